import knexModule, { type Knex } from 'knex';
import pg from 'pg';
import type { z } from 'zod';
import { shareNext } from './share-next.ts';

declare const inTransaction: unique symbol;

/** A running transaction. A signature that asks for `Tx` can only be called inside {@link Db.transaction}. */
export interface Tx {
  readonly [inTransaction]: true;
  readonly raw: Knex.Transaction;
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
  return {
    transaction: (scope, work) =>
      knex.transaction(async (raw) => {
        const tx = { raw } as unknown as Tx;
        if (scope.agencyId !== null)
          await raw.raw("select set_config('app.agency_id', :agencyId, true)", { agencyId: scope.agencyId });
        return work(tx);
      }),
    statement: async (sql, bindings, row) => firstOf(await rawRows(knex, sql, bindings), row),
    flush: shareNext(async () => {
      // A commit of its own that has something to write: it waits for the log up to here.
      await knex.raw(`select pg_logical_emit_message(true, 'lontar', '')`);
    }),
    throttleStore: () => knex,
    close: () => knex.destroy(),
  };
}

/** Every row of the result, keys in camelCase, each checked against its schema. */
export async function many<S extends z.ZodType>(
  tx: Tx,
  sql: string,
  bindings: Bindings,
  row: S,
): Promise<z.output<S>[]> {
  const rows = await rawRows(tx.raw, sql, bindings);
  return rows.map((found) => row.parse(camelKeys(found)));
}

/** The first row, or undefined. */
export async function one<S extends z.ZodType>(
  tx: Tx,
  sql: string,
  bindings: Bindings,
  row: S,
): Promise<z.output<S> | undefined> {
  return firstOf(await rawRows(tx.raw, sql, bindings), row);
}

function firstOf<S extends z.ZodType>(rows: readonly Record<string, unknown>[], row: S): z.output<S> | undefined {
  const first = rows[0];
  return first === undefined ? undefined : row.parse(camelKeys(first));
}

/** Runs a statement and tells how many rows it touched. */
export async function run(tx: Tx, sql: string, bindings: Bindings = {}): Promise<number> {
  const { text, names } = positional(sql);
  const result: { rowCount: number | null } = await tx.raw.raw(text, valuesOf(names, bindings));
  return result.rowCount ?? 0;
}

async function rawRows(knex: Knex, sql: string, bindings: Bindings): Promise<Record<string, unknown>[]> {
  const { text, names } = positional(sql);
  const result: { rows: Record<string, unknown>[] } = await knex.raw(text, valuesOf(names, bindings));
  return result.rows;
}

interface Positional {
  text: string;
  names: string[];
}

const statements = new Map<string, Positional>();

/** knex reads `:name::type` as an identifier, so names become positions here; a literal `?` is kept. */
function positional(sql: string): Positional {
  let found = statements.get(sql);
  if (!found) {
    const names: string[] = [];
    const text = sql.replace(/\?/gu, '\\?').replace(/(?<!:):([a-zA-Z]\w*)/gu, (_all, name: string) => {
      names.push(name);
      return '?';
    });
    found = { text, names };
    statements.set(sql, found);
  }
  return found;
}

function valuesOf(names: readonly string[], bindings: Bindings): Knex.Value[] {
  return names.map((name) => {
    const value = bindings[name];
    if (value === undefined) throw new Error(`SQL binding :${name} is missing`);
    return value as Knex.Value;
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
