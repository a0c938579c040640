import pg from 'pg';
import { inside, outside, press, readyToSign } from '../test/support/letters.ts';
import { drainOutbox } from '../workers/drain.ts';
import { generateLetter } from './letter-text.ts';
import type { Office } from './office.ts';
import { PASSPHRASE } from './official.ts';
import { type BenchResult, judge } from './result.ts';

const WARM = 10;
const LETTERS = 100;
/** Swept after hours or days, or only in a demonstration. */
const PASSING = ['outbox', 'hint', 'idempotency', 'demo_mailbox'];

/** P11: what the database keeps of letters that went through the real verbs, from draft to delivery and filing. */
export async function measureLetterBytes(office: Office): Promise<BenchResult> {
  const client = new pg.Client({ connectionString: office.adminUrl });
  await client.connect();
  try {
    await write(office, 0, WARM);
    const before = await bytesOf(client);
    await write(office, WARM, WARM + LETTERS);
    const each = ((await bytesOf(client)) - before) / LETTERS / 1024;
    return {
      id: 'P11',
      what: 'basis data per surat di luar berkasnya, dari konsep sampai terkirim dan diberkaskan',
      ratio: each,
      ...judge(each, { atMost: 8 }),
      ours: each,
      baseline: null,
      unit: 'KB/surat',
      blocks: LETTERS,
      low: each,
      high: each,
    };
  } finally {
    await client.end();
  }
}

async function write({ deps, agency }: Office, from: number, to: number): Promise<void> {
  for (let serial = from; serial < to; serial += 1) {
    const { subject, text, type } = generateLetter(serial);
    const recipients = [inside(agency, 'kadispupr'), outside('Bupati Sintang', 'bupati@contoh.go.id')];
    const letter = await readyToSign(deps, agency, { subject, text, type, to: recipients });
    await press(deps, agency, letter, { passphrase: PASSPHRASE });
    await drainOutbox(deps);
  }
}

/** Without the room that earlier versions of rows leave for later ones. */
async function bytesOf(client: pg.Client): Promise<number> {
  const tables = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all($1::text[])`,
    [PASSING],
  );
  for (const { name } of tables.rows) await client.query(`vacuum full ${name}`);
  const { rows } = await client.query<{ bytes: string }>(
    `select sum(pg_total_relation_size(oid)) as bytes from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all($1::text[])`,
    [PASSING],
  );
  return Number(rows[0]?.bytes);
}
