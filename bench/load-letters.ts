import pg from 'pg';
import { generateLetter } from './letter-text.ts';

const ROWS_AT_ONCE = 2000;
const FIRST_DAY = '2019-01-02';
const DAYS = 2880;
const INDEXES = [
  'archive_search_words',
  'archive_search_number',
  'archive_search_sender',
  'archive_search_date',
  'archive_search_arrived',
];

export interface LoadPlan {
  agencyId: string;
  size: number;
  /** Organisations (OPD) and the desk that heads each, the first as large as a third of all. */
  units: readonly { unitId: string; headId: string }[];
  drafterPositionId: string;
  drafterPersonId: string;
}

/**
 * Signed letters with recipients, grants and search rows, as the verbs leave them, in bulk: without the indexes of the
 * search table, which are built afterwards. In the order of their dates, as an archive grows; what was there before goes.
 */
export async function loadLetters(adminUrl: string, plan: LoadPlan): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const rebuilt: string[] = [];
  try {
    await client.query('truncate letter cascade');
    await client.query('truncate archive_search');
    for (const name of INDEXES) {
      const { rows } = await client.query<{ definition: string }>(
        'select pg_get_indexdef($1::regclass) as definition',
        [name],
      );
      rebuilt.push(rows[0]?.definition ?? '');
      await client.query(`drop index ${name}`);
    }
  } finally {
    await client.end();
  }
  // Two halves of every batch, one to a core.
  await Promise.all([0, 1].map((half) => loadHalf(adminUrl, plan, half)));
  const builder = new pg.Client({ connectionString: adminUrl });
  await builder.connect();
  try {
    await builder.query(`set maintenance_work_mem = '1GB'`);
    for (const definition of rebuilt) await builder.query(definition);
    await builder.query('vacuum analyze archive_search');
    await builder.query('vacuum analyze letter, letter_access, letter_recipient');
  } finally {
    await builder.end();
  }
}

async function loadHalf(adminUrl: string, plan: LoadPlan, half: number): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    // Keys are made here and hold; checking a million of them one by one is not what is measured.
    await client.query(`set synchronous_commit = off; set session_replication_role = replica`);
    const batches = Math.ceil(plan.size / ROWS_AT_ONCE);
    for (let batch = half; batch < batches; batch += 2) {
      const from = batch * ROWS_AT_ONCE;
      await insertBatch(client, plan, { from, to: Math.min(from + ROWS_AT_ONCE, plan.size) });
    }
  } finally {
    await client.end();
  }
}

async function insertBatch(
  client: pg.Client,
  plan: LoadPlan,
  { from, to }: { from: number; to: number },
): Promise<void> {
  const letters = Array.from({ length: to - from }, (_, index) => {
    const serial = from + index;
    const letter = generateLetter(serial);
    const place = (serial * 7919) % 997;
    const unit = plan.units[place < 332 ? 0 : 1 + (place % (plan.units.length - 1))] ?? plan.units[0];
    return {
      ...letter,
      serial,
      unitId: unit?.unitId,
      headId: unit?.headId,
      day: Math.floor((serial * DAYS) / plan.size),
    };
  });
  await client.query('begin');
  await client.query(
    `create temporary table batch on commit drop as
     select uuidv7() as id, l.*, date '${FIRST_DAY}' + l.day as date,
       l.classification || '/' || l.serial || '/UM/' || extract(year from date '${FIRST_DAY}' + l.day) as number
     from jsonb_to_recordset($1::jsonb) as l(serial int, subject text, text text, signatory text, classification text, grade text, type text,
       "unitId" uuid, "headId" uuid, day int)`,
    [JSON.stringify(letters)],
  );
  await client.query(
    `insert into letter (agency_id, id, type, status, version, drafter_position_id, drafter_person_id, unit_id, subject, handling_grade,
       security_class, classification_code, body, body_text, number, letter_date, signatory_name, signatory_title, signed_at, signed_sha256,
       page_count, signed_size_bytes, created_at, updated_at)
     select $1, b.id, b.type, 'dispatched', 3, $2, $3, b."unitId", b.subject, b.grade, 'B', b.classification, '{}', b.text, b.number, b.date,
       b.signatory, 'Kepala Dinas', b.date::timestamptz, md5(b.id::text), 1, 90000, b.date, b.date from batch b`,
    [plan.agencyId, plan.drafterPositionId, plan.drafterPersonId],
  );
  await client.query(
    `insert into letter_recipient (agency_id, id, letter_id, role, ordinal, kind, name, delivery_status)
     select $1, uuidv7(), b.id, 'to', 1, 'external', 'Bupati ' || split_part(b.subject, ' ', 3), 'delivered' from batch b`,
    [plan.agencyId],
  );
  await client.query(
    `insert into letter_access (agency_id, letter_id, grantee_kind, grantee_id, role, reason, created_at)
     select $1, b.id, g.kind, g.id, g.role, 'bench', b.date from batch b cross join lateral (values
       ('position', b."headId", ''), ('unit_role', b."unitId", 'registry'), ('unit_role', b."unitId", 'archivist'),
       ('position', md5('staf ' || b.serial % 3000)::uuid, ''), ('person', md5('orang ' || b.serial % 3000)::uuid, '')) as g (kind, id, role)`,
    [plan.agencyId],
  );
  await client.query(
    `insert into archive_search (agency_id, entity_id, kind, unit_id, type, classification_code, security_class, handling_grade, date, year,
       arrived_at, number, sender, title, rights, lead, tsv)
     select $1, b.id, 'letter', b."unitId", b.type, b.classification, 'B', b.grade, b.date, extract(year from b.date)::int, b.date, b.number,
       'Kepala Dinas ' || b.signatory, b.subject, array['p:' || b."headId", 'p:' || md5('staf ' || b.serial % 3000)::uuid,
         'u:' || b."unitId" || ':archivist', 'u:' || b."unitId" || ':registry', 'x:' || md5('orang ' || b.serial % 3000)::uuid],
       w.lead, w.lead || search_body(b.text)
     from batch b cross join lateral (select setweight(search_vector(concat_ws(' ', b.subject, b.number)), 'A')
       || setweight(search_vector(concat_ws(' ', 'Kepala Dinas', b.signatory)), 'B') as lead offset 0) w`,
    [plan.agencyId],
  );
  await client.query('commit');
}
