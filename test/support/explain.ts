import type { Knex } from 'knex';
import { z } from 'zod';
import type { Tx } from '../../server/db.ts';

/** How Postgres runs the last statement that `work` sends, with the rights and settings of the transaction. */
export async function planOf(tx: Tx, work: (tx: Tx) => Promise<unknown>): Promise<string> {
  const sent: [sql: string, values: Knex.RawBinding[]][] = [];
  const raw = (sql: string, values: Knex.RawBinding[]) => {
    sent.push([sql, values]);
    return tx.raw.raw(sql, values);
  };
  await work({ ...tx, raw: { raw } as unknown as Knex.Transaction });
  const [sql, values] = sent.at(-1) ?? ['', []];
  const explained: { rows: unknown[] } = await tx.raw.raw(`explain (analyze, costs off, timing off) ${sql}`, values);
  const Line = z.object({ 'QUERY PLAN': z.string() });
  return explained.rows.map((row) => Line.parse(row)['QUERY PLAN']).join('\n');
}
