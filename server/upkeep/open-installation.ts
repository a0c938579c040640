import { type Config, ConfigError, readConfig } from '../config.ts';
import { openDatabase } from '../runtime/open-database.ts';
import { prepareServiceHome } from '../runtime/prepare-service-home.ts';
import { readRuntimeConfig } from '../runtime/runtime-config.ts';
import { StartupError } from '../runtime/startup-error.ts';

export interface Installation {
  config: Config;
  /** Address of the tables' owner. */
  ownerUrl: string;
  /** Stops the database when it was started for this. */
  close: () => Promise<void>;
}

/**
 * The database and settings of the installation that the environment names, for commands on the side: an embedded
 * database is used as it runs, or started for the time being.
 */
export async function openInstallation(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<Installation> {
  const runtime = readRuntimeConfig(env);
  const { urls, embedded } = await openDatabase(runtime, () => prepareServiceHome(runtime.dataDir, say), say);
  const config = readConfig({
    ...env,
    NODE_ENV: runtime.isProduction ? 'production' : 'development',
    DATA_DIR: runtime.dataDir,
    DATABASE_URL: urls.databaseUrl,
    MIGRATION_DATABASE_URL: urls.migrationDatabaseUrl,
    RELAY_DATABASE_URL: urls.relayDatabaseUrl,
    QUEUE_BACKEND: 'postgres',
    QUEUE_DATABASE_URL: urls.queueDatabaseUrl ?? urls.relayDatabaseUrl,
    LONTAR_DEMO: runtime.isProduction ? '0' : (env['LONTAR_DEMO'] ?? '1'),
  });
  return {
    config,
    ownerUrl: urls.migrationDatabaseUrl,
    close: async () => {
      if (embedded && !embedded.isAdopted) await embedded.stop();
    },
  };
}

/** Ends a command with what a person can do about its failure. */
export function tellFailure(error: unknown): void {
  process.exitCode = 2;
  if (error instanceof ConfigError) console.error(`Perbaiki pengaturan berikut:\n  - ${error.problems.join('\n  - ')}`);
  else console.error(error instanceof StartupError ? error.message : error);
}
