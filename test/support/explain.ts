import type pg from 'pg';
import { z } from 'zod';
import type { Tx } from '../../server/db.ts';

const Line = z.object({ 'QUERY PLAN': z.string() });

/** How Postgres runs the last statement that `work` sends, with the rights and settings of the transaction. */
export async function planOf(tx: Tx, work: (tx: Tx) => Promise<unknown>): Promise<string> {
  let last: { sql: string; values: unknown[] } = { sql: '', values: [] };
  const query = (sql: string, values: unknown[]) => {
    last = { sql, values };
    return tx.connection.query(sql, values);
  };
  await work({ ...tx, connection: { query } as unknown as pg.Client });
  const { rows } = await tx.connection.query(`explain (analyze, costs off, timing off) ${last.sql}`, last.values);
  return rows.map((row) => Line.parse(row)['QUERY PLAN']).join('\n');
}
