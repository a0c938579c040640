import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { z } from 'zod';
import { readPrivateJson, writePrivateFile } from './private-file.ts';
import { StartupError } from './startup-error.ts';

/** One address per role; see architecture.md, "Database roles". */
export interface RoleUrls {
  /** lontar_app: API and handlers. */
  databaseUrl: string;
  /** lontar_owner: migrations. */
  migrationDatabaseUrl: string;
  /** lontar_relay: outbox and sweeps. */
  relayDatabaseUrl: string;
  /** lontar_queue: schema bullmq. */
  queueDatabaseUrl: string;
}

export interface EnsureRolesOptions {
  /** Someone who may make roles and databases. */
  adminUrl: string;
  /** Database to make when missing; without it the one of `adminUrl` is used as it is. */
  database?: string;
  /** File (0600) that keeps the generated passwords for the next start. */
  secretsPath: string;
  /** True for our own cluster, where passwords may be set again; others may share an external one. */
  isOwnCluster: boolean;
}

const LOGIN_ROLES = ['lontar_owner', 'lontar_app', 'lontar_relay', 'lontar_queue'] as const;
const EXTENSIONS = ['pg_trgm', 'unaccent', 'btree_gist', 'btree_gin', 'pgcrypto'];
const ROLE_LOCK = 7_021_961;

type LoginRole = (typeof LOGIN_ROLES)[number];
type Secrets = Partial<Record<LoginRole, string>>;
const Secrets = z.partialRecord(z.enum(LOGIN_ROLES), z.string().min(1));

/**
 * Makes the database, its roles, extensions and the queue's schema; doing it again changes nothing.
 * @throws StartupError when the server is too old or the admin may not make roles
 */
export async function ensureRoles(options: EnsureRolesOptions): Promise<RoleUrls> {
  const secrets: Secrets = readPrivateJson(options.secretsPath, Secrets) ?? {};
  await withClient(options.adminUrl, async (client) => {
    await refuseOldServer(client);
    await client.query('select pg_advisory_lock($1)', [ROLE_LOCK]);
    await refuseWithoutRight(client);
    for (const role of LOGIN_ROLES) await ensureLogin(client, role, secrets, options);
    await ensureSearchRole(client);
    await joinQueueRole(client);
    if (options.database !== undefined) await ensureDatabase(client, options.database);
  });
  const url = withPart(options.adminUrl, { database: options.database });
  await withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [ROLE_LOCK]);
    await prepareDatabase(client);
  });
  return {
    databaseUrl: roleUrl(url, 'lontar_app', secrets),
    migrationDatabaseUrl: roleUrl(url, 'lontar_owner', secrets),
    relayDatabaseUrl: roleUrl(url, 'lontar_relay', secrets),
    queueDatabaseUrl: roleUrl(url, 'lontar_queue', secrets),
  };
}

/** What belongs to one database and is not copied with a template: who may connect, and the queue's schema. */
export async function prepareDatabase(client: pg.Client): Promise<void> {
  const database = client.escapeIdentifier(client.database ?? '');
  await client.query(`revoke all on database ${database} from public`);
  await client.query(`grant connect on database ${database} to ${LOGIN_ROLES.join(', ')}`);
  // BullMQ says "create schema if not exists" and keeps batches in temporary tables.
  await client.query(`grant create, temporary on database ${database} to lontar_queue`);
  await client.query(`grant create, temporary on database ${database} to lontar_owner`);
  await client.query('grant usage, create on schema public to lontar_owner, lontar_search');
  await client.query('grant usage on schema public to lontar_app, lontar_relay');
  await client.query('create schema if not exists bullmq authorization lontar_queue');
  for (const extension of EXTENSIONS)
    await client.query(`create extension if not exists ${extension} with schema public`);
}

async function ensureLogin(client: pg.Client, role: LoginRole, secrets: Secrets, options: EnsureRolesOptions) {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const known = secrets[role];
  if (rowCount === 1 && known !== undefined && !options.isOwnCluster) return;
  if (rowCount === 1 && known === undefined && !options.isOwnCluster)
    throw new StartupError(
      `Peran ${role} sudah ada di server basis data tetapi kata sandinya tidak diketahui di sini: isi DATABASE_URL, MIGRATION_DATABASE_URL, RELAY_DATABASE_URL, dan QUEUE_DATABASE_URL.`,
    );
  const password = known ?? randomBytes(24).toString('base64url');
  secrets[role] = password;
  // Kept before it is set: a password that only the server knows would lock us out.
  writePrivateFile(options.secretsPath, JSON.stringify(secrets));
  const verb = rowCount === 1 ? 'alter' : 'create';
  await client.query(`${verb} role ${role} login password ${client.escapeLiteral(password)}`);
  if (role === 'lontar_queue') await client.query('alter role lontar_queue set search_path = bullmq');
  // What a crash takes from the queue, or from the notes of what it was given, the outbox gives back: a job need not
  // wait for the disk four times on its way.
  if (role === 'lontar_queue' || role === 'lontar_relay')
    await client.query(`alter role ${role} set synchronous_commit = off`);
}

/** A superuser acts for every role; someone with CREATEROLE must first be given the role it shall own things for. */
async function joinQueueRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ super: boolean }>(
    'select rolsuper as super from pg_roles where rolname = current_user',
  );
  if (rows[0]?.super !== true) await client.query('grant lontar_queue to current_user with set true');
}

async function ensureSearchRole(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select 1 from pg_roles where rolname = 'lontar_search'");
  if (rowCount === 0) await client.query('create role lontar_search nologin');
  await client.query('grant lontar_search to lontar_owner with inherit false, set true');
}

async function ensureDatabase(client: pg.Client, database: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)} owner lontar_owner`);
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  const version = rows[0]?.version ?? 0;
  if (version < 160_000)
    throw new StartupError(
      `PostgreSQL ${Math.floor(version / 10_000)} terlalu lama: Lontar perlu PostgreSQL 16 atau lebih baru.`,
    );
}

async function refuseWithoutRight(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ permitted: boolean; name: string }>(
    'select rolsuper or rolcreaterole as permitted, rolname as name from pg_roles where rolname = current_user',
  );
  if (rows[0]?.permitted === true) return;
  throw new StartupError(
    `Peran ${rows[0]?.name ?? ''} tidak boleh membuat peran lain: isi DATABASE_URL (lontar_app), MIGRATION_DATABASE_URL (lontar_owner), RELAY_DATABASE_URL (lontar_relay), dan QUEUE_DATABASE_URL (lontar_queue), atau beri hak CREATEROLE.`,
  );
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function roleUrl(url: string, role: LoginRole, secrets: Secrets): string {
  return withPart(url, { user: role, password: secrets[role] });
}

function withPart(
  url: string,
  part: { user?: string; password?: string | undefined; database?: string | undefined },
): string {
  const changed = new URL(url);
  if (part.user !== undefined) changed.username = part.user;
  if (part.password !== undefined) changed.password = part.password;
  if (part.database !== undefined) changed.pathname = `/${part.database}`;
  return changed.href;
}
