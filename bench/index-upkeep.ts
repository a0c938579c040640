import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { generateLetter } from './letter-text.ts';
import type { LoadPlan } from './load-letters.ts';
import { alternate, summarise } from './alternate.ts';
import type { Office } from './office.ts';
import { type BenchResult, judge } from './result.ts';

const BLOCKS = 6;
const LETTERS = 60;

/** What a search row costs the transaction that signs a letter: the letter's own insert with and without it. */
export async function measureUpkeep(
  { office, plan }: { office: Office; plan: Omit<LoadPlan, 'size'> },
  size: number,
): Promise<BenchResult> {
  const client = new pg.Client({ connectionString: office.adminUrl });
  await client.connect();
  await client.query(`select set_config('app.agency_id', $1, false)`, [plan.agencyId]);
  await client.query(`set session_replication_role = replica`);
  let serial = 50_000_000;
  const insert = async (isIndexed: boolean) => {
    const startedAt = performance.now();
    for (let done = 0; done < LETTERS; done += 1) {
      const id = randomUUID();
      await client.query('begin');
      await insertLetter(client, plan, id, (serial += 1));
      if (isIndexed) await client.query('select index_letter($1)', [id]);
      await client.query('commit');
    }
    return (performance.now() - startedAt) / LETTERS;
  };
  try {
    await insert(true);
    const pairs = await alternate(BLOCKS, { ours: () => insert(true), baseline: () => insert(false) });
    const { ratio, ours, baseline } = summarise(pairs, (milliseconds) => milliseconds);
    await client.query(`delete from archive_search where arrived_at = '2026-06-01'`);
    await client.query(`delete from letter where signed_at = '2026-06-01'`);
    await client.query('vacuum archive_search');
    return {
      id: `indeks ${String(size)}`,
      what: `menulis surat dengan dan tanpa baris pencarian, ${size.toLocaleString('id')} surat`,
      ratio: ratio.median,
      ...judge(ratio.median, 'reported'),
      ours,
      baseline,
      unit: 'ms/surat',
      blocks: BLOCKS,
      low: ratio.low,
      high: ratio.high,
    };
  } finally {
    await client.end();
  }
}

async function insertLetter(
  client: pg.Client,
  plan: Omit<LoadPlan, 'size'>,
  ...[id, serial]: [string, number]
): Promise<void> {
  const letter = generateLetter(serial);
  await client.query(
    `insert into letter (agency_id, id, type, status, version, drafter_position_id, drafter_person_id, unit_id, subject, handling_grade,
       security_class, classification_code, body, body_text, number, letter_date, signatory_name, signatory_title, signed_at, signed_sha256,
       page_count, signed_size_bytes, created_at, updated_at)
     values ($1, $2, $3, 'signed', 3, $4, $5, $6, $7, 'biasa', 'B', $8, '{}', $9, $10, '2026-06-01', $11, 'Kepala Dinas', '2026-06-01', md5($10),
       1, 90000, '2026-06-01', '2026-06-01')`,
    [
      plan.agencyId,
      id,
      letter.type,
      plan.drafterPositionId,
      plan.drafterPersonId,
      plan.units[0]?.unitId,
      letter.subject,
      letter.classification,
      letter.text,
      `600/${String(serial)}/UM/2026`,
      letter.signatory,
    ],
  );
}
