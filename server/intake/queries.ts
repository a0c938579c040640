import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { Intake, IntakeFile, IntakeListItem, IntakePage, Proposals } from './contract.ts';

export type Key = { agencyId: string; intakeId: string };

/** One item `i` as lists show it. */
const ITEM = `i.id, i.source, i.state, i.title, i.mail_from, i.received_at, i.read_failure, i.problems, i.draft is not null as has_draft,
  f.file_count, f.size_bytes, p.page_count,
  coalesce(nullif(concat_ws(', ', i.proposals -> 'senderTitle' ->> 'value', i.proposals -> 'senderUnit' ->> 'value'), ''), i.mail_from, '') as sender,
  coalesce(i.proposals -> 'subject' ->> 'value', i.mail_subject, '') as subject`;
const PARTS = `cross join lateral (select count(*) as file_count, coalesce(sum(size_bytes), 0) as size_bytes from intake_file
    where agency_id = i.agency_id and intake_id = i.id) f
  cross join lateral (select count(*) as page_count from intake_page where agency_id = i.agency_id and intake_id = i.id) p`;

const QueueRow = IntakeListItem.extend({ cursorAt: z.string() });

/** What waits in the units, oldest first. */
export function listQueue(
  tx: Tx,
  query: {
    agencyId: string;
    unitIds: readonly string[];
    afterAt: string | null;
    afterId: string | null;
    limit: number;
  },
): Promise<z.output<typeof QueueRow>[]> {
  return many(
    tx,
    `select ${ITEM}, i.received_at::text as cursor_at from intake i ${PARTS}
     where i.agency_id = :agencyId and i.unit_id = any(:unitIds::uuid[]) and i.state in ('reading', 'ready')
       and (:afterAt::timestamptz is null or (i.received_at, i.id) > (:afterAt::timestamptz, :afterId::uuid))
     order by i.received_at, i.id limit :limit`,
    { ...query, unitIds: [...query.unitIds] },
    QueueRow,
  );
}

export async function countQueue(tx: Tx, query: { agencyId: string; unitIds: readonly string[] }): Promise<number> {
  const row = await one(
    tx,
    `select count(*) as total from intake
     where agency_id = :agencyId and unit_id = any(:unitIds::uuid[]) and state in ('reading', 'ready')`,
    { agencyId: query.agencyId, unitIds: [...query.unitIds] },
    z.object({ total: z.int() }),
  );
  return row?.total ?? 0;
}

const IntakeRow = Intake.omit({ files: true, pages: true, proposals: true }).extend({
  proposals: Proposals.nullable(),
});
export type IntakeRow = z.output<typeof IntakeRow>;

export function findIntake(tx: Tx, wanted: Key): Promise<IntakeRow | undefined> {
  return one(
    tx,
    `select ${ITEM}, i.version, i.unit_id, u.name as unit_name, i.mail_subject, i.mail_text, i.read_engine, i.proposals, i.verdict, i.draft,
       i.draft_saved_at, l.id as incoming_id
     from intake i
     join org_unit u on u.agency_id = i.agency_id and u.id = i.unit_id
     left join incoming_letter l on l.agency_id = i.agency_id and l.intake_id = i.id and l.status <> 'cancelled' ${PARTS}
     where i.agency_id = :agencyId and i.id = :intakeId`,
    wanted,
    IntakeRow,
  );
}

const Locked = z.object({ version: z.int(), state: IntakeListItem.shape.state });

/** Keeps other commands on the item waiting until this transaction ends. */
export function lockIntake(tx: Tx, wanted: Key): Promise<z.output<typeof Locked> | undefined> {
  return one(
    tx,
    `select version, state from intake where agency_id = :agencyId and id = :intakeId for update`,
    wanted,
    Locked,
  );
}

const FileRow = IntakeFile.extend({ sha256: z.string() });
export type FileRow = z.output<typeof FileRow>;

export function listFiles(tx: Tx, wanted: Key): Promise<FileRow[]> {
  return many(
    tx,
    `select ordinal, file_name, media_type, size_bytes, is_readable, sha256 from intake_file
     where agency_id = :agencyId and intake_id = :intakeId order by ordinal`,
    wanted,
    FileRow,
  );
}

export function listPages(tx: Tx, wanted: Key): Promise<IntakePage[]> {
  return many(
    tx,
    `select ordinal as page, file_ordinal, page_number, width_px, height_px, text_source from intake_page
     where agency_id = :agencyId and intake_id = :intakeId order by ordinal`,
    wanted,
    IntakePage,
  );
}

export async function findPageImage(tx: Tx, wanted: Key & { page: number }): Promise<string | undefined> {
  const row = await one(
    tx,
    `select image_sha256 from intake_page where agency_id = :agencyId and intake_id = :intakeId and ordinal = :page`,
    wanted,
    z.object({ imageSha256: z.string() }),
  );
  return row?.imageSha256;
}

export interface NewIntake {
  agencyId: string;
  id: string;
  unitId: string;
  source: 'upload' | 'camera' | 'email';
  state: 'reading' | 'ready';
  title: string;
  mailFrom: string | null;
  mailSubject: string | null;
  mailText: string | null;
  problems: readonly string[];
  positionId: string | null;
  personId: string | null;
  now: Date;
}

export async function insertIntake(tx: Tx, item: NewIntake): Promise<void> {
  await run(
    tx,
    `insert into intake (agency_id, id, unit_id, source, state, title, mail_from, mail_subject, mail_text, problems, received_at,
       position_id, person_id, read_at)
     values (:agencyId, :id, :unitId, :source, :state, :title, :mailFrom, :mailSubject, :mailText, :problems::jsonb, :now,
       :positionId, :personId, :readAt)`,
    {
      ...item,
      problems: JSON.stringify(item.problems),
      readAt: item.state === 'ready' ? item.now : null,
    },
  );
}

export async function insertFile(
  tx: Tx,
  file: Key & {
    ordinal: number;
    fileName: string;
    mediaType: string;
    isReadable: boolean;
    sha256: string;
    sizeBytes: number;
  },
): Promise<void> {
  await run(
    tx,
    `insert into intake_file (agency_id, intake_id, ordinal, file_name, media_type, is_readable, sha256, size_bytes)
     values (:agencyId, :intakeId, :ordinal, :fileName, :mediaType, :isReadable, :sha256, :sizeBytes)`,
    file,
  );
}

/** The item is to be read (again): a new version, so that a reading under way gives up its result. */
export async function setReading(tx: Tx, wanted: Key): Promise<number> {
  const row = await one(
    tx,
    `update intake set state = 'reading', read_at = null, read_failure = null, version = version + 1
     where agency_id = :agencyId and id = :intakeId returning version`,
    wanted,
    z.object({ version: z.int() }),
  );
  if (!row) throw new Error('no such intake item');
  return row.version;
}

export async function setDraft(tx: Tx, saved: Key & { draft: string; now: Date }): Promise<void> {
  await run(
    tx,
    `update intake set draft = :draft::jsonb, draft_saved_at = :now where agency_id = :agencyId and id = :intakeId`,
    saved,
  );
}

/** Takes the item off the queue. */
export async function setSettled(
  tx: Tx,
  settled: Key & { state: 'registered' | 'discarded'; reason: string | null; now: Date },
): Promise<void> {
  await run(
    tx,
    `update intake set state = :state, settled_at = :now, discard_reason = :reason, draft = null, draft_saved_at = null
     where agency_id = :agencyId and id = :intakeId`,
    settled,
  );
}

/** Back on the queue after a registration that was cancelled. */
export async function setWaiting(tx: Tx, wanted: Key): Promise<void> {
  await run(
    tx,
    `update intake set state = case when read_at is null then 'reading' else 'ready' end, settled_at = null
     where agency_id = :agencyId and id = :intakeId and state = 'registered'`,
    wanted,
  );
}
