import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureRoles, migrate, type RoleUrls } from '../../server/migrate.ts';
import { prepareDatabase } from '../../server/runtime/ensure-roles.ts';
import { findPostmaster } from '../../server/runtime/find-postmaster.ts';
import { isAlive, signalProcess } from '../../server/runtime/process-state.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/runtime/start-embedded-postgres.ts';

export interface TestDatabase extends RoleUrls {
  /** Superuser on this database, for looking at what the roles may not see. */
  adminUrl: string;
  drop: () => Promise<void>;
}

interface Server {
  adminUrl: string;
  roles: RoleUrls;
  stop: () => Promise<void>;
}

const PREFIX = 'lontar-tests-';
const TEMPLATE = `lontar_template_${process.pid}`;
let starting: Promise<Server> | undefined;
let clones = 0;

/** A database of its own with all migrations, roles and grants; made in about a tenth of a second. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const name = `lontar_test_${process.pid}_${++clones}`;
  await query(server.adminUrl, `create database ${name} template ${TEMPLATE} owner lontar_owner`);
  const adminUrl = onDatabase(server.adminUrl, name);
  await withAdmin(adminUrl, prepareDatabase);
  const { roles } = server;
  return {
    databaseUrl: onDatabase(roles.databaseUrl, name),
    migrationDatabaseUrl: onDatabase(roles.migrationDatabaseUrl, name),
    relayDatabaseUrl: onDatabase(roles.relayDatabaseUrl, name),
    queueDatabaseUrl: onDatabase(roles.queueDatabaseUrl, name),
    adminUrl,
    drop: () => query(server.adminUrl, `drop database if exists ${name} with (force)`),
  };
}

/** Superuser address of the run's server, for tests that make databases of another kind. */
export async function testServerUrl(): Promise<string> {
  return (await testServer()).adminUrl;
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, sql: string): Promise<void> {
  await withAdmin(url, async (client) => {
    await client.query(sql);
  });
}

export async function mochaGlobalTeardown(): Promise<void> {
  const server = await starting?.catch(() => undefined);
  await server?.stop();
}

/** One server for the whole run, started by the first test that needs it. */
function testServer(): Promise<Server> {
  starting ??= startServer();
  return starting;
}

async function startServer(): Promise<Server> {
  sweepLeftovers();
  const folder = makeTestFolder();
  const external = process.env['TEST_DATABASE_ADMIN_URL'];
  const embedded = external === undefined ? await startFast(folder) : undefined;
  const leave = () => {
    if (embedded) signalProcess(embedded.pid, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', leave);
  const adminUrl = external ?? embedded?.adminUrl ?? '';
  const roles = await ensureRoles({
    adminUrl,
    database: TEMPLATE,
    secretsPath: join(folder, 'roles.json'),
    isOwnCluster: true,
  });
  await migrate(roles.migrationDatabaseUrl);
  return {
    adminUrl,
    roles,
    stop: async () => {
      if (external !== undefined) await query(adminUrl, `drop database if exists ${TEMPLATE} with (force)`);
      await embedded?.stop();
      process.off('exit', leave);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// Durability is tested on a server of its own (test/runtime); everything else only needs speed.
function startFast(dataDir: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    dataDir,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
}

/** A temporary folder that the services' unprivileged user may pass through. */
export function makeTestFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, 'owner'), String(process.pid));
  return folder;
}

/** Ends the servers of runs that were killed, by the pid in their own folder, and removes those folders. */
function sweepLeftovers(): void {
  for (const entry of readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX))) {
    const folder = join(tmpdir(), entry);
    const ownerPath = join(folder, 'owner');
    if (!existsSync(ownerPath) || isAlive(Number(readFileSync(ownerPath, 'utf8')))) continue;
    for (const dataFolder of [join(folder, 'services/postgres/data'), join(folder, 'postgres/data')]) {
      const left = findPostmaster(dataFolder);
      if (left) signalProcess(left.pid, 'SIGQUIT');
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withAdmin(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function onDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
