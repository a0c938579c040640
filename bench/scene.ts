import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureRoles, migrate, type RoleUrls } from '../server/migrate.ts';
import { signalProcess } from '../server/runtime/process-state.ts';
import { startEmbeddedPostgres } from '../server/runtime/start-embedded-postgres.ts';

export interface BenchDatabase extends RoleUrls {
  /** Superuser on this database. */
  adminUrl: string;
}

/** What the benches share; each part is made when the first of them asks. */
export interface Scene {
  /** Temporary, gone at the end. */
  folder: string;
  /** A database of the shipped server with its shipped settings: a commit is on disk when it is answered. */
  database(): Promise<BenchDatabase>;
  close(): Promise<void>;
}

export function openScene(): Scene {
  const folder = mkdtempSync(join(tmpdir(), 'lontar-bench-'));
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, 'owner'), String(process.pid));
  let starting: ReturnType<typeof startDatabase> | undefined;
  return {
    folder,
    database: async () => (await (starting ??= startDatabase(folder))).database,
    close: async () => {
      const started = await starting?.catch(() => undefined);
      await started?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startDatabase(folder: string): Promise<{ database: BenchDatabase; stop: () => Promise<void> }> {
  const dataDir = join(folder, 'server');
  mkdirSync(dataDir, { mode: 0o711 });
  const server = await startEmbeddedPostgres({ dataDir });
  const leave = () => signalProcess(server.pid, 'SIGQUIT');
  process.once('exit', leave);
  const secretsPath = join(folder, 'roles.json');
  const roles = await ensureRoles({ adminUrl: server.adminUrl, database: 'bench', secretsPath, isOwnCluster: true });
  await migrate(roles.migrationDatabaseUrl);
  const admin = new URL(server.adminUrl);
  admin.pathname = '/bench';
  return {
    database: { ...roles, adminUrl: admin.href },
    stop: async () => {
      await server.stop();
      process.off('exit', leave);
    },
  };
}
