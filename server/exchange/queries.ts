import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';

export interface Key {
  agencyId: string;
  id: string;
}

const Agency = z.object({ name: z.string(), timeZone: z.string() });

export async function findAgency(tx: Tx, agencyId: string): Promise<z.output<typeof Agency>> {
  const row = await one(tx, `select name, time_zone from agency where id = :agencyId`, { agencyId }, Agency);
  if (!row) throw new Error('the agency of a transaction is missing');
  return row;
}

const SecurityClass = z.enum(['B', 'T', 'R', 'SR']);
const Named = { classificationCode: z.string().nullable(), classificationName: z.string().nullable() };

const Outgoing = z.object({
  id: z.uuid(),
  type: z.string(),
  status: z.string(),
  subject: z.string(),
  number: z.string().nullable(),
  letterDate: z.string().nullable(),
  handlingGrade: z.string(),
  securityClass: SecurityClass,
  ...Named,
  unitName: z.string(),
  signatoryTitle: z.string().nullable(),
  drafterTitle: z.string(),
  drafterName: z.string(),
  recipients: z.string(),
  pageCount: z.int().nullable(),
  signedAt: z.string().nullable(),
  createdAt: z.string(),
});
export type OutgoingFacts = z.output<typeof Outgoing>;

/** A letter of ours as a package describes it; the caller has asked for the right to read. */
export function findOutgoing(tx: Tx, { agencyId, id }: Key): Promise<OutgoingFacts | undefined> {
  return one(
    tx,
    `select l.id, l.type, l.status, l.subject, l.number, l.letter_date, l.handling_grade, l.security_class, l.classification_code,
       c.name as classification_name, u.name as unit_name, l.signatory_title, d.title as drafter_title, dp.name as drafter_name,
       l.page_count, l.signed_at, l.created_at,
       coalesce((select string_agg(coalesce(p.title, r.name), '; ' order by r.ordinal) from letter_recipient r
         left join position p on p.agency_id = r.agency_id and p.id = r.position_id
         where r.agency_id = l.agency_id and r.letter_id = l.id and r.role = 'to'), '') as recipients
     from letter l
     join org_unit u on u.agency_id = l.agency_id and u.id = l.unit_id
     join position d on d.agency_id = l.agency_id and d.id = l.drafter_position_id
     join person dp on dp.agency_id = l.agency_id and dp.id = l.drafter_person_id
     left join classification c on c.agency_id = l.agency_id and c.code = l.classification_code
     where l.agency_id = :agencyId and l.id = :id`,
    { agencyId, id },
    Outgoing,
  );
}

const StoredFile = z.object({ fileName: z.string(), mediaType: z.string(), sha256: z.string() });
export type StoredFile = z.output<typeof StoredFile>;

export function listAnnexFiles(tx: Tx, { agencyId, id }: Key): Promise<StoredFile[]> {
  return many(
    tx,
    `select file_name, media_type, sha256 from letter_annex where agency_id = :agencyId and letter_id = :id order by ordinal, created_at`,
    { agencyId, id },
    StoredFile,
  );
}

const Version = z.object({
  contentVersion: z.int(),
  reason: z.string(),
  authorName: z.string(),
  authorTitle: z.string(),
  createdAt: z.string(),
  content: z.record(z.string(), z.unknown()),
});

/** Every kept version of the content, oldest first. */
export function listContentVersions(tx: Tx, { agencyId, id }: Key): Promise<z.output<typeof Version>[]> {
  return many(
    tx,
    `select v.content_version, v.reason, w.name as author_name, p.title as author_title, v.created_at, v.content
     from letter_version v
     join person w on w.agency_id = v.agency_id and w.id = v.person_id
     join position p on p.agency_id = v.agency_id and p.id = v.position_id
     where v.agency_id = :agencyId and v.letter_id = :id order by v.content_version`,
    { agencyId, id },
    Version,
  );
}

const ReplyRow = z.object({ id: z.uuid(), label: z.string(), kind: z.enum(['replies_to', 'replied_by']) });

/** What the letter answers, and what answers it; of a secret one only that it is there. */
export function listRelations(tx: Tx, { agencyId, id }: Key): Promise<z.output<typeof ReplyRow>[]> {
  return many(
    tx,
    `select i.id, case when i.security_class in ('B', 'T') then trim(i.sender_title || ' ' || i.number) else '' end as label,
       'replies_to' as kind from letter_reply r
     join incoming_letter i on i.agency_id = r.agency_id and i.id = r.incoming_id
     where r.agency_id = :agencyId and r.letter_id = :id
     union all
     select l.id, coalesce(l.number, ''), 'replied_by' from letter_reply r
     join letter l on l.agency_id = r.agency_id and l.id = r.letter_id
     where r.agency_id = :agencyId and r.incoming_id = :id
     order by 1`,
    { agencyId, id },
    ReplyRow,
  );
}

const ChainRow = z.object({
  seq: z.int(),
  at: z.string(),
  action: z.string(),
  body: z.string(),
  hash: z.string(),
  previousHash: z.string().nullable(),
  agent: z.string(),
});
export type ChainRow = z.output<typeof ChainRow>;

/** The events of one letter with their place in the agency's chain, oldest first. */
export function listChainRows(tx: Tx, { agencyId, id }: Key): Promise<ChainRow[]> {
  return many(
    tx,
    `select e.seq, e.at, e.action, e.body, encode(e.hash, 'hex') as hash, encode(before.hash, 'hex') as previous_hash,
       trim(coalesce(who.name, '') || coalesce(', ' || desk.title, '')) as agent
     from event e
     left join event before on before.agency_id = e.agency_id and before.seq = e.seq - 1
     left join person who on who.agency_id = e.agency_id and who.id = (e.body::jsonb ->> 'personId')::uuid
     left join position desk on desk.agency_id = e.agency_id and desk.id = (e.body::jsonb ->> 'positionId')::uuid
     where e.agency_id = :agencyId and e.letter_id = :id order by e.seq`,
    { agencyId, id },
    ChainRow,
  );
}

const ScanFile = StoredFile.extend({ ordinal: z.int() });

/** What came in, byte for byte. */
export function listIntakeFiles(tx: Tx, { agencyId, id }: Key): Promise<z.output<typeof ScanFile>[]> {
  return many(
    tx,
    `select ordinal, file_name, media_type, sha256 from intake_file where agency_id = :agencyId and intake_id = :id order by ordinal`,
    { agencyId, id },
    ScanFile,
  );
}

const SignedFile = z.object({ sha256: z.string(), number: z.string() });

/** The signed PDF of a letter of ours. */
export function findSignedFile(tx: Tx, { agencyId, id }: Key): Promise<z.output<typeof SignedFile> | undefined> {
  return one(
    tx,
    `select signed_sha256 as sha256, coalesce(number, '') as number from letter
     where agency_id = :agencyId and id = :id and signed_sha256 is not null`,
    { agencyId, id },
    SignedFile,
  );
}

export function listDispositionFiles(tx: Tx, agencyId: string, ids: readonly string[]): Promise<StoredFile[]> {
  return many(
    tx,
    `select file_name, media_type, sha256 from disposition_file
     where agency_id = :agencyId and id = any(:ids::uuid[]) order by uploaded_at, id`,
    { agencyId, ids: [...ids] },
    StoredFile,
  );
}

export async function findPersonName(tx: Tx, who: { agencyId: string; personId: string }): Promise<string> {
  const row = await one(
    tx,
    `select name from person where agency_id = :agencyId and id = :personId`,
    who,
    z.object({ name: z.string() }),
  );
  return row?.name ?? '';
}
