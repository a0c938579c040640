import { readdirSync } from 'node:fs';
import knexModule, { type Knex } from 'knex';
import pg from 'pg';

export { ensureRoles, type RoleUrls } from './runtime/ensure-roles.ts';

const folder = new URL('../migrations/', import.meta.url);
const MIGRATION_LOCK = 7_021_962;

interface Migration {
  up: (knex: Knex) => Promise<void>;
  down: (knex: Knex) => Promise<void>;
}

/** Names without extension, so that a database migrated from TypeScript knows the compiled files too. */
export function listKnownMigrations(): string[] {
  return readdirSync(folder)
    .filter((file) => /^\d+_[a-z0-9_-]+[.](ts|js)$/u.test(file))
    .map((file) => file.replace(/[.](ts|js)$/u, ''))
    .sort();
}

const sourceOf = (names: () => readonly string[]): Knex.MigrationSource<string> => ({
  getMigrations: () => Promise.resolve([...names()]),
  getMigrationName: (name) => name,
  getMigration: async (name) => {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    return (await import(new URL(`${name}.${extension}`, folder).href)) as Migration;
  },
});

/** Brings the database of the owner's address to the newest version; returns the names of what was applied. */
export function migrate(url: string): Promise<string[]> {
  return withMigrations(url, listKnownMigrations, applyAll);
}

/** Makes the tables of an older version: applies these migrations only, in this order, to an empty database. */
export function migrateTo(url: string, names: readonly string[]): Promise<string[]> {
  return withMigrations(url, () => names, applyAll);
}

async function applyAll(knex: Knex): Promise<string[]> {
  const [, applied] = (await knex.migrate.latest()) as [number, string[]];
  return applied;
}

/** Takes every migration back, newest first; returns the names. For tests and for a failed upgrade. */
export function rollback(url: string): Promise<string[]> {
  return withMigrations(url, listKnownMigrations, async (knex) => {
    const [, reverted] = (await knex.migrate.rollback(undefined, true)) as [number, string[]];
    return reverted;
  });
}

async function withMigrations(
  url: string,
  names: () => readonly string[],
  work: (knex: Knex) => Promise<string[]>,
): Promise<string[]> {
  const guard = new pg.Client({ connectionString: url });
  const knex = knexModule({
    client: 'pg',
    connection: url,
    pool: { min: 0, max: 2 },
    migrations: { migrationSource: sourceOf(names) },
  });
  try {
    await guard.connect();
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    // knex's own lock row stays set after a kill; whoever holds the advisory lock knows that nobody is at work.
    await knex.migrate.forceFreeMigrationsLock();
    return await work(knex);
  } finally {
    await knex.destroy();
    await guard.end();
  }
}
