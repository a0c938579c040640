import knexModule, { type Knex } from 'knex';
import pg from 'pg';
import type { z } from 'zod';
import { shareNext } from './share-next.ts';

declare const inTransaction: unique symbol;

/** A running transaction. A signature that asks for `Tx` can only be called inside {@link Db.transaction}. */
export interface Tx {
  readonly [inTransaction]: true;
  readonly connection: pg.Client;
}

/** Who a transaction belongs to; row-level security shows only this agency's rows. `null`: tables without tenant. */
export interface Scope {
  agencyId: string | null;
}

export interface Db {
  transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * One statement that is a transaction of its own and commits in the same round trip, so that nobody waits for us while
   * it holds locks. It must set its scope itself. The first row, or undefined.
   */
  statement<S extends z.ZodType>(sql: string, bindings: Bindings, row: S): Promise<z.output<S> | undefined>;
  /** Returns when everything committed so far is on disk. */
  flush(): Promise<void>;
  /** The pool in the shape that the rate limiter library takes. */
  throttleStore(): unknown;
  close(): Promise<void>;
}

export type Bindings = Record<
  string,
  string | number | boolean | null | Date | Buffer | Uint8Array | readonly string[] | readonly number[]
>;

// Timestamps travel as ISO strings, business dates as YYYY-MM-DD, bigints as numbers: one representation everywhere.
const typeParsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === 1184) return (value: string) => new Date(value).toISOString();
    if (oid === 1082) return (value: string) => value;
    if (oid === 20) return Number;
    if (oid === 1700) return Number;
    const { getTypeParser } = pg.types as {
      getTypeParser: (oid: number, format: string) => (value: string) => unknown;
    };
    return getTypeParser(oid, format ?? 'text');
  },
};

export interface DbOptions {
  poolSize?: number;
  applicationName?: string;
}

/** Opens a pool on one role's connection string. */
export function openDb(url: string, options: DbOptions = {}): Db {
  const knex = knexModule({
    client: 'pg',
    connection: {
      connectionString: url,
      types: typeParsers as NonNullable<Knex.PgConnectionConfig['types']>,
      application_name: options.applicationName ?? 'lontar',
    },
    pool: { min: 0, max: options.poolSize ?? 10 },
    acquireConnectionTimeout: 15_000,
  });
  const withConnection = async <T>(work: (connection: pg.Client) => Promise<T>): Promise<T> => {
    const client = knex.client as { acquireConnection(): Promise<pg.Client>; releaseConnection(c: pg.Client): unknown };
    const connection = await client.acquireConnection();
    try {
      return await work(connection);
    } finally {
      await client.releaseConnection(connection);
    }
  };
  return {
    transaction: (scope, work) => withConnection((connection) => inOneTransaction(connection, scope, work)),
    statement: (sql, bindings, row) =>
      withConnection(async (connection) => firstOf((await query(connection, sql, bindings)).rows, row)),
    flush: shareNext(async () => {
      // A commit of its own that has something to write: it waits for the log up to here.
      await knex.raw(`select pg_logical_emit_message(true, 'lontar', '')`);
    }),
    throttleStore: () => knex,
    close: () => knex.destroy(),
  };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** The scope travels with the beginning: one round trip instead of two before the first statement. */
async function inOneTransaction<T>(
  connection: pg.Client,
  { agencyId }: Scope,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (agencyId !== null && !UUID.test(agencyId)) throw new Error('an agency is named by its UUID');
  const begin = agencyId === null ? 'begin' : `begin; select set_config('app.agency_id', '${agencyId}', true)`;
  try {
    await connection.query(begin);
    const result = await work({ connection } as unknown as Tx);
    const { command } = await connection.query('commit');
    // Postgres answers so when a statement failed and its error was swallowed on the way.
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back instead of committed');
    return result;
  } catch (error) {
    // A connection that cannot roll back is ended: the pool takes a new one.
    await connection.query('rollback').catch(() => connection.end().catch(() => undefined));
    throw error;
  }
}

/** Every row of the result, keys in camelCase, each checked against its schema. */
export async function many<S extends z.ZodType>(
  tx: Tx,
  sql: string,
  bindings: Bindings,
  row: S,
): Promise<z.output<S>[]> {
  const { rows } = await query(tx.connection, sql, bindings);
  return rows.map((found) => row.parse(camelKeys(found)));
}

/** The first row, or undefined. */
export async function one<S extends z.ZodType>(
  tx: Tx,
  sql: string,
  bindings: Bindings,
  row: S,
): Promise<z.output<S> | undefined> {
  return firstOf((await query(tx.connection, sql, bindings)).rows, row);
}

function firstOf<S extends z.ZodType>(rows: readonly Record<string, unknown>[], row: S): z.output<S> | undefined {
  const first = rows[0];
  return first === undefined ? undefined : row.parse(camelKeys(first));
}

/** Runs a statement and tells how many rows it touched. */
export async function run(tx: Tx, sql: string, bindings: Bindings = {}): Promise<number> {
  return (await query(tx.connection, sql, bindings)).rowCount ?? 0;
}

function query(
  connection: pg.Client,
  sql: string,
  bindings: Bindings,
): Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }> {
  const { text, names } = positional(sql);
  return connection.query<Record<string, unknown>>(text, valuesOf(names, bindings));
}

interface Positional {
  text: string;
  names: string[];
}

const statements = new Map<string, Positional>();

/** Each place of a name gets a number of its own, so that one value may serve as two types. */
function positional(sql: string): Positional {
  let found = statements.get(sql);
  if (!found) {
    const names: string[] = [];
    const text = sql.replace(/(?<!:):([a-zA-Z]\w*)/gu, (_all, name: string) => `$${String(names.push(name))}`);
    found = { text, names };
    statements.set(sql, found);
  }
  return found;
}

function valuesOf(names: readonly string[], bindings: Bindings): unknown[] {
  return names.map((name) => {
    const value = bindings[name];
    if (value === undefined) throw new Error(`SQL binding :${name} is missing`);
    return value;
  });
}

const camelNames = new Map<string, string>();

function camelKeys(row: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(row)) {
    let name = camelNames.get(key);
    if (name === undefined) {
      name = key.replace(/_([a-z0-9])/gu, (_all, letter: string) => letter.toUpperCase());
      camelNames.set(key, name);
    }
    out[name] = row[key];
  }
  return out;
}
