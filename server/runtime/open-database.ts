import { join } from 'node:path';
import { ensureRoles, type RoleUrls } from './ensure-roles.ts';
import type { ServiceHome } from './prepare-service-home.ts';
import type { RuntimeConfig } from './runtime-config.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start-embedded-postgres.ts';
import { StartupError } from './startup-error.ts';
import { hideSecret, tryConnection } from './wait-for-postgres.ts';

export interface OpenedDatabase {
  urls: Omit<RoleUrls, 'queueDatabaseUrl'> & { queueDatabaseUrl: string | undefined };
  embedded: EmbeddedPostgres | undefined;
}

/** The external database when one is configured, else our own; either way with its roles made. */
export async function openDatabase(
  config: RuntimeConfig,
  home: () => ServiceHome,
  say: (line: string) => void,
): Promise<OpenedDatabase> {
  const secretsPath = join(config.dataDir, 'roles.json');
  if (config.databaseUrl !== undefined) {
    const urls = await openExternal(config, config.databaseUrl, secretsPath);
    return { urls, embedded: undefined };
  }
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, home: home(), say });
  try {
    const urls = await ensureRoles({
      adminUrl: embedded.adminUrl,
      database: 'lontar',
      secretsPath,
      isOwnCluster: true,
    });
    return { urls, embedded };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function openExternal(config: RuntimeConfig, databaseUrl: string, secretsPath: string) {
  const { migrationDatabaseUrl, relayDatabaseUrl, queueDatabaseUrl } = config;
  await refuseUnreachable('DATABASE_URL', databaseUrl);
  if (migrationDatabaseUrl !== undefined) await refuseUnreachable('MIGRATION_DATABASE_URL', migrationDatabaseUrl);
  if (migrationDatabaseUrl !== undefined && relayDatabaseUrl !== undefined)
    return { databaseUrl, migrationDatabaseUrl, relayDatabaseUrl, queueDatabaseUrl };
  return ensureRoles({ adminUrl: migrationDatabaseUrl ?? databaseUrl, secretsPath, isOwnCluster: false });
}

async function refuseUnreachable(name: string, url: string): Promise<void> {
  const problem = await tryConnection(url);
  if (problem)
    throw new StartupError(`PostgreSQL di ${hideSecret(url)} (${name}) tidak dapat dibuka: ${problem.message}.`);
}
