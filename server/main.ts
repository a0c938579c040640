import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { run } from './db.ts';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { openDeps } from './open-deps.ts';
import { describeBackupAge } from './backup/describe-backup-age.ts';
import { checkWorkersAlive } from './upkeep/heartbeat.ts';

const KEEP_ALIVE_MS = 65_000;
/** Requests that run get this long; event streams are cut then. */
const DRAIN_MS = 1500;

/** config -> deps -> app -> listen; closes in reverse on SIGTERM and SIGINT. */
function main(): void {
  const config = readConfig(process.env);
  const { deps, close } = openDeps(config, { processName: 'api', typesetThreads: 2 });
  const { app } = createApp({
    deps,
    health: {
      checks: {
        database: async () => {
          await deps.db.transaction({ agencyId: null }, (tx) => run(tx, 'select 1'));
        },
        workers: () => checkWorkersAlive(deps),
      },
      facts: { backup: () => describeBackupAge(config.backupDir, deps.now()) },
    },
    webDir: fileURLToPath(new URL('../web/', import.meta.url)),
  });
  const server = createServer(app);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = KEEP_ALIVE_MS + 5000;
  server.requestTimeout = 120_000;
  server.listen(config.port, config.host, () => {
    deps.log.info({ port: config.port, host: config.host }, 'api listens');
  });
  server.once('error', (error) => {
    deps.log.fatal({ err: error }, 'api cannot listen');
    process.exit(1);
  });
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
    server.close(() => {
      close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
    server.closeIdleConnections();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

try {
  main();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
