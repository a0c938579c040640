import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';

const LinkRow = z.object({
  fileId: z.uuid(),
  recordId: z.uuid(),
  reason: z.enum(['reply', 'disposition', 'mention']),
  subject: z.string(),
});
export type LinkRow = z.output<typeof LinkRow>;

/** What an item is called, whatever it is; `r` is the record. */
const SUBJECT = `coalesce(i.subject, l.subject, d.title)`;
const SUBJECT_PARTS = `left join letter l on l.agency_id = r.agency_id and l.id = r.letter_id
  left join incoming_letter i on i.agency_id = r.agency_id and i.id = r.incoming_id
  left join archive_document d on d.agency_id = r.agency_id and d.id = r.document_id`;

/** Items of the unit, in open files, that the letter answers: the incoming letter itself or our letter that it carried. */
export function listThreadLinks(
  tx: Tx,
  wanted: { agencyId: string; unitId: string; letterId: string },
): Promise<LinkRow[]> {
  return many(
    tx,
    `with recursive thread (letter_id, incoming_id, item_id, depth) as (
       select letter_id, incoming_id, item_id, 1 from letter_reply where agency_id = :agencyId and letter_id = :letterId
       union all
       select p.letter_id, p.incoming_id, p.item_id, t.depth + 1
       from thread t
       join incoming_letter i on i.agency_id = :agencyId and i.id = t.incoming_id
       join letter_reply p on p.agency_id = i.agency_id and p.letter_id = i.origin_letter_id
       where t.depth < 20
     )
     select r.file_id, r.id as record_id, case when t.item_id is null then 'reply' else 'disposition' end as reason, ${SUBJECT} as subject
     from thread t
     join incoming_letter answered on answered.agency_id = :agencyId and answered.id = t.incoming_id
     join record r on r.agency_id = answered.agency_id and r.unit_id = :unitId
       and (r.incoming_id = answered.id or r.letter_id = answered.origin_letter_id)
     join record_file f on f.agency_id = r.agency_id and f.id = r.file_id and f.status = 'open'
     ${SUBJECT_PARTS}
     order by t.depth, r.created_at, r.id`,
    wanted,
    LinkRow,
  );
}

/** Items of the unit, in open files, whose number is one of these (lower case). */
export function listMentionLinks(
  tx: Tx,
  wanted: { agencyId: string; unitId: string; numbers: readonly string[] },
): Promise<LinkRow[]> {
  if (wanted.numbers.length === 0) return Promise.resolve([]);
  return many(
    tx,
    `select r.file_id, r.id as record_id, 'mention' as reason, ${SUBJECT} as subject
     from (
       select r.* from letter l join record r on r.agency_id = l.agency_id and r.letter_id = l.id
       where l.agency_id = :agencyId and lower(l.number) = any(:numbers::text[])
       union
       select r.* from incoming_letter i join record r on r.agency_id = i.agency_id and r.incoming_id = i.id
       where i.agency_id = :agencyId and i.number <> '' and lower(i.number) = any(:numbers::text[])
       union
       select r.* from archive_document d join record r on r.agency_id = d.agency_id and r.document_id = d.id
       where d.agency_id = :agencyId and d.number <> '' and lower(d.number) = any(:numbers::text[])
     ) r
     join record_file f on f.agency_id = r.agency_id and f.id = r.file_id and f.status = 'open'
     ${SUBJECT_PARTS}
     where r.unit_id = :unitId order by r.created_at, r.id limit 20`,
    { ...wanted, numbers: [...wanted.numbers] },
    LinkRow,
  );
}

const AlikeRow = z.object({ fileId: z.uuid(), recordId: z.uuid(), likeness: z.number() });

/** The item of each own file (not the standing one) of the unit and classification that reads most like this one. */
export function listAlike(
  tx: Tx,
  wanted: { agencyId: string; unitId: string; code: string; subject: string; correspondent: string },
): Promise<z.output<typeof AlikeRow>[]> {
  return many(
    tx,
    `select distinct on (r.file_id) r.file_id, r.id as record_id,
       (similarity(lower(${SUBJECT}), lower(:subject))
         + case when lower(coalesce(i.sender_unit, d.sender, '')) = lower(:correspondent) then 0.1 else 0 end)::float8 as likeness
     from (
       select f.agency_id, f.id from record_file f
       where f.agency_id = :agencyId and f.unit_id = :unitId and f.classification_code = :code and f.status = 'open' and not f.is_standing
       order by f.year desc, f.number desc limit 20
     ) f
     cross join lateral (
       select * from record where agency_id = f.agency_id and file_id = f.id and filing = 'filed' order by created_at desc limit 50
     ) r
     ${SUBJECT_PARTS}
     order by r.file_id, likeness desc, r.id`,
    wanted,
    AlikeRow,
  );
}

/** True when the unit has filed something under this classification. */
export async function isPractised(
  tx: Tx,
  wanted: { agencyId: string; unitId: string; code: string },
): Promise<boolean> {
  const row = await one(
    tx,
    `select exists (
       select from record_file f join record r on r.agency_id = f.agency_id and r.file_id = f.id and r.filing = 'filed'
       where f.agency_id = :agencyId and f.unit_id = :unitId and f.classification_code = :code) as is_practised`,
    wanted,
    z.object({ isPractised: z.boolean() }),
  );
  return row?.isPractised ?? false;
}

const CodeRow = z.object({ name: z.string(), isBroad: z.boolean(), isRetired: z.boolean() });

/** What the classification is for filing on a date: a primary class (`600`) is too broad for a file of its own. */
export function findCodeForFiling(
  tx: Tx,
  wanted: { agencyId: string; code: string; date: string },
): Promise<z.output<typeof CodeRow> | undefined> {
  return one(
    tx,
    `select name, parent_code is null as is_broad, coalesce(retired_on <= :date::date, false) as is_retired
     from classification where agency_id = :agencyId and code = :code`,
    wanted,
    CodeRow,
  );
}

const MentionText = z.object({ subject: z.string(), number: z.string(), text: z.string() });

/** Where a letter of ours may name other letters. */
export function findLetterText(
  tx: Tx,
  wanted: { agencyId: string; letterId: string },
): Promise<z.output<typeof MentionText> | undefined> {
  return one(
    tx,
    `select subject, coalesce(number, '') as number, left(body_text, 40000) as text
     from letter where agency_id = :agencyId and id = :letterId`,
    wanted,
    MentionText,
  );
}

/** Where a letter from outside may name others: what was typed of it, and what was read from its pages. */
export function findIncomingText(
  tx: Tx,
  wanted: { agencyId: string; incomingId: string },
): Promise<(z.output<typeof MentionText> & { correspondent: string }) | undefined> {
  return one(
    tx,
    `select i.subject, i.number, i.sender_unit as correspondent, concat_ws(' ', i.subject, i.summary, (
       select left(string_agg(p.text, ' ' order by p.ordinal), 40000) from intake_page p
       where p.agency_id = i.agency_id and p.intake_id = i.intake_id)) as text
     from incoming_letter i where i.agency_id = :agencyId and i.id = :incomingId`,
    wanted,
    MentionText.extend({ correspondent: z.string() }),
  );
}

/** Keeps a file open until the transaction ends; false when it is not open any more. */
export async function holdOpen(tx: Tx, wanted: { agencyId: string; fileId: string }): Promise<boolean> {
  const row = await one(
    tx,
    `select id from record_file where agency_id = :agencyId and id = :fileId and status = 'open' for share`,
    wanted,
    z.object({ id: z.uuid() }),
  );
  return row !== undefined;
}

const STANDING_FILE = `select f.id from record_file f
  where f.agency_id = :agencyId and f.unit_id = :unitId and f.classification_code = :code and f.year = :year
    and f.is_standing and f.status = 'open'`;

/**
 * The standing file of a unit, classification and year, kept open until the transaction ends; made when there is none.
 * Whoever meets one that is being closed waits and gets the next.
 */
export async function ensureRecordFile(
  tx: Tx,
  file: { agencyId: string; id: string; unitId: string; code: string; year: number; title: string; now: Date },
): Promise<{ fileId: string; isNew: boolean }> {
  const { agencyId, unitId, code, year } = file;
  const find = () =>
    one(tx, `${STANDING_FILE} for share`, { agencyId, unitId, code, year }, z.object({ id: z.uuid() }));
  const standing = await find();
  if (standing) return { fileId: standing.id, isNew: false };
  // One maker at a time, so that no number is taken for nothing.
  await run(
    tx,
    `insert into file_counter (agency_id, unit_id, year, next) values (:agencyId, :unitId, :year, 1)
     on conflict (agency_id, unit_id, year) do update set next = file_counter.next`,
    { agencyId, unitId, year },
  );
  const made = await find();
  if (made) return { fileId: made.id, isNew: false };
  await run(
    tx,
    `insert into record_file (agency_id, id, unit_id, classification_code, year, number, title, created_at)
     values (:agencyId::uuid, :id::uuid, :unitId::uuid, :code, :year::int,
       take_file_number(:agencyId::uuid, :unitId::uuid, :year::int), :title, :now::timestamptz)`,
    file,
  );
  return { fileId: file.id, isNew: true };
}

/** False when this copy is recorded already. */
export async function insertRecord(
  tx: Tx,
  record: {
    agencyId: string;
    id: string;
    letterId: string | null;
    incomingId: string | null;
    documentId: string | null;
    unitId: string;
    /** Null where nothing fits. */
    fileId: string | null;
    becauseRecordId: string | null;
    reason: string;
    isCertain: boolean;
    suggestedTitle: string;
    copyStatus: string;
    now: Date;
  },
): Promise<boolean> {
  const inserted = await run(
    tx,
    `insert into record (agency_id, id, letter_id, incoming_id, document_id, unit_id, file_id, because_record_id, reason, is_certain,
       suggested_title, copy_status, filing, created_at)
     values (:agencyId, :id, :letterId, :incomingId, :documentId, :unitId, :fileId, :becauseRecordId, :reason, :isCertain,
       :suggestedTitle, :copyStatus, 'proposed', :now) on conflict do nothing`,
    record,
  );
  return inserted === 1;
}
