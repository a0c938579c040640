import type pg from 'pg';
import { z } from 'zod';
import type { Tx } from '../../server/db.ts';

const Line = z.object({ 'QUERY PLAN': z.string() });

/** How Postgres runs each statement that `work` sends, with the rights and settings of the transaction. */
export async function plansOf(tx: Tx, work: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  const asked: { sql: string; values: unknown[] }[] = [];
  const query = (sql: string, values: unknown[]) => {
    asked.push({ sql, values });
    return tx.connection.query(sql, values);
  };
  await work({ ...tx, connection: { query } as unknown as pg.Client });
  const plans: string[] = [];
  for (const { sql, values } of asked) {
    const { rows } = await tx.connection.query(`explain (analyze, costs off, timing off) ${sql}`, values);
    plans.push(rows.map((row) => Line.parse(row)['QUERY PLAN']).join('\n'));
  }
  return plans;
}

/** The plan of the last statement alone. */
export async function planOf(tx: Tx, work: (tx: Tx) => Promise<unknown>): Promise<string> {
  return (await plansOf(tx, work)).at(-1) ?? '';
}
