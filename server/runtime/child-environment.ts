import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QueueChoice } from './choose-queue.ts';
import type { OpenedDatabase } from './open-database.ts';
import { writePrivateFile } from './private-file.ts';
import type { RuntimeConfig } from './runtime-config.ts';
import { StartupError } from './startup-error.ts';

export interface ChildEnvironments {
  /** API and workers: never the owner's address. */
  service: NodeJS.ProcessEnv;
  /** One-off steps that also may change the schema's owner's things. */
  setup: NodeJS.ProcessEnv;
}

/**
 * For glibc: each thread would keep an arena of its own, and what Typst and sharp leave in them never comes back; with
 * two, a worker grows by some 8 kB a letter instead of 14 (`npm run bench -- RSS`).
 */
export const MEMORY_SETTINGS = { MALLOC_ARENA_MAX: '2' };

/** What the children find in their environment, from what was given and what was started. */
export function childEnvironments(
  given: NodeJS.ProcessEnv,
  config: RuntimeConfig,
  urls: OpenedDatabase['urls'],
  queue: QueueChoice,
): ChildEnvironments {
  if (queue.backend === 'postgres' && urls.queueDatabaseUrl === undefined)
    throw new StartupError(
      'QUEUE_DATABASE_URL belum diisi: alamat PostgreSQL untuk peran lontar_queue (atau isi REDIS_URL).',
    );
  const service: NodeJS.ProcessEnv = {
    ...MEMORY_SETTINGS,
    ...given,
    NODE_ENV: config.isProduction ? 'production' : 'development',
    PORT: String(config.port),
    HOST: config.host,
    DATA_DIR: config.dataDir,
    DATABASE_URL: urls.databaseUrl,
    RELAY_DATABASE_URL: urls.relayDatabaseUrl,
    QUEUE_BACKEND: queue.backend,
    ...(urls.queueDatabaseUrl === undefined ? {} : { QUEUE_DATABASE_URL: urls.queueDatabaseUrl }),
    ...(queue.backend === 'redis' ? { REDIS_URL: queue.url } : {}),
    ...(config.isProduction ? {} : demoSettings(given, config.dataDir)),
  };
  delete service['MIGRATION_DATABASE_URL'];
  return { service, setup: { ...service, MIGRATION_DATABASE_URL: urls.migrationDatabaseUrl } };
}

function demoSettings(given: NodeJS.ProcessEnv, dataDir: string): NodeJS.ProcessEnv {
  const sealKeyFile = join(dataDir, 'seal.key');
  if (given['SEAL_KEY'] === undefined && !existsSync(sealKeyFile))
    writePrivateFile(sealKeyFile, randomBytes(32).toString('hex'));
  return {
    LONTAR_DEMO: given['LONTAR_DEMO'] ?? '1',
    SEAL_KEY: given['SEAL_KEY'] ?? readFileSync(sealKeyFile, 'utf8').trim(),
    SEAL_KEY_FILE: sealKeyFile,
  };
}
