import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { ITEM_CLASS, ITEM_PARTS } from './file-queries.ts';
import { CopyStatus, FilingReason } from './file-shapes.ts';

const ItemRow = z.object({
  id: z.uuid(),
  version: z.int(),
  unitId: z.uuid(),
  ordinal: z.int().nullable(),
  letterId: z.uuid().nullable(),
  incomingId: z.uuid().nullable(),
  documentId: z.uuid().nullable(),
  title: z.string(),
  number: z.string(),
  date: z.string().nullable(),
  correspondent: z.string(),
  securityClass: z.enum(['B', 'T', 'R', 'SR']),
  copyStatus: CopyStatus,
  media: z.enum(['electronic', 'paper', 'mixed']),
  pageCount: z.int(),
  filing: z.enum(['proposed', 'filed']),
  isDestroyed: z.boolean(),
  /** The desk is named on it, whatever its class. */
  isNamed: z.boolean(),
});
export type ItemRow = z.output<typeof ItemRow>;

const NAMED = `(
    exists (select from letter_access a where a.agency_id = r.agency_id and a.letter_id = r.letter_id
      and a.grantee_kind = 'position' and a.grantee_id = :positionId)
    or exists (select from incoming_access a where a.agency_id = r.agency_id and a.incoming_id = r.incoming_id
      and a.grantee_kind = 'position' and a.grantee_id = :positionId)
    or exists (select from document_access a where a.agency_id = r.agency_id and a.document_id = r.document_id
      and a.grantee_kind = 'position' and a.grantee_id = :positionId))`;

const ITEM = `r.id, r.version, r.unit_id, r.ordinal, r.letter_id, r.incoming_id, r.document_id, coalesce(i.subject, l.subject, d.title) as title,
  coalesce(i.number, l.number, d.number, '') as number, coalesce(i.letter_date, l.letter_date, d.document_date) as date,
  coalesce(i.sender_unit, nullif(d.sender, ''), d.recipient, '') as correspondent, ${ITEM_CLASS} as security_class, r.copy_status,
  coalesce(i.media, d.media, 'electronic') as media, coalesce(nullif(i.page_count, 0), l.page_count, d.page_count, 0) as page_count,
  r.filing, r.destroyed_at is not null as is_destroyed, ${NAMED} as is_named`;

/** Filed items in their order; for desks that are not the archivist's only class B. */
export function listFileItems(
  tx: Tx,
  wanted: {
    agencyId: string;
    fileId: string;
    positionId: string;
    isArchivist: boolean;
    after: number;
    limit: number;
  },
): Promise<ItemRow[]> {
  return many(
    tx,
    `select ${ITEM} from record r ${ITEM_PARTS}
     where r.agency_id = :agencyId and r.file_id = :fileId and r.ordinal > :after and (:isArchivist or ${ITEM_CLASS} = 'B')
     order by r.ordinal limit :limit`,
    wanted,
    ItemRow,
  );
}

const RecordRow = ItemRow.extend({
  fileId: z.uuid().nullable(),
  classificationCode: z.string().nullable(),
  reason: FilingReason,
  isCertain: z.boolean(),
  suggestedTitle: z.string(),
  createdAt: z.string(),
  becauseOrdinal: z.int().nullable(),
  becauseNumber: z.string().nullable(),
  fileNumber: z.int().nullable(),
  fileYear: z.int().nullable(),
  fileTitle: z.string().nullable(),
});
export type RecordRow = z.output<typeof RecordRow>;

const RECORD = `${ITEM}, r.file_id, coalesce(i.classification_code, l.classification_code, d.classification_code) as classification_code, r.reason,
  r.is_certain, r.suggested_title, r.created_at, b.ordinal as because_ordinal,
  case when coalesce(bi.security_class, bl.security_class, bd.security_class) in ('B', 'T')
    then coalesce(bi.number, bl.number, bd.number) end as because_number,
  f.number as file_number, f.year as file_year, f.title as file_title`;
const RECORD_PARTS = `${ITEM_PARTS}
  left join record_file f on f.agency_id = r.agency_id and f.id = r.file_id
  left join record b on b.agency_id = r.agency_id and b.id = r.because_record_id
  left join letter bl on bl.agency_id = b.agency_id and bl.id = b.letter_id
  left join incoming_letter bi on bi.agency_id = b.agency_id and bi.id = b.incoming_id
  left join archive_document bd on bd.agency_id = b.agency_id and bd.id = b.document_id`;

const UnfiledRow = RecordRow.extend({ cursorAt: z.string() });

/** What waits in the units, newest first, unit by unit along one index. */
export function listUnfiled(
  tx: Tx,
  query: {
    agencyId: string;
    positionId: string;
    unitIds: readonly string[];
    afterAt: string | null;
    afterId: string | null;
    limit: number;
  },
): Promise<z.output<typeof UnfiledRow>[]> {
  return many(
    tx,
    `select ${RECORD}, r.created_at::text as cursor_at
     from unnest(:unitIds::uuid[]) of_unit(id)
     cross join lateral (
       select * from record where agency_id = :agencyId and unit_id = of_unit.id and filing = 'proposed'
         and (:afterAt::timestamptz is null or (created_at, id) < (:afterAt::timestamptz, :afterId::uuid))
       order by created_at desc, id desc limit :limit
     ) r
     ${RECORD_PARTS}
     order by r.created_at desc, r.id desc limit :limit`,
    { ...query, unitIds: [...query.unitIds] },
    UnfiledRow,
  );
}

const Waiting = z.object({ total: z.int(), certain: z.int() });

export async function countUnfiled(
  tx: Tx,
  query: { agencyId: string; unitIds: readonly string[] },
): Promise<z.output<typeof Waiting>> {
  const row = await one(
    tx,
    `select count(*) as total, count(*) filter (where is_certain and file_id is not null) as certain
     from record where agency_id = :agencyId and unit_id = any(:unitIds::uuid[]) and filing = 'proposed'`,
    { agencyId: query.agencyId, unitIds: [...query.unitIds] },
    Waiting,
  );
  return row ?? { total: 0, certain: 0 };
}

export function findRecord(
  tx: Tx,
  wanted: { agencyId: string; positionId: string; recordId: string },
): Promise<RecordRow | undefined> {
  return one(
    tx,
    `select ${RECORD} from record r ${RECORD_PARTS} where r.agency_id = :agencyId and r.id = :recordId`,
    wanted,
    RecordRow,
  );
}

/** Puts an item behind the last of a locked file; false when the item changed meanwhile. */
export async function setPlace(
  tx: Tx,
  place: {
    agencyId: string;
    recordId: string;
    version: number;
    fileId: string;
    reason: string;
    positionId: string | null;
    personId: string | null;
    now: Date;
  },
): Promise<boolean> {
  const changed = await run(
    tx,
    `update record set file_id = :fileId, filing = 'filed', filed_at = :now, filed_by_position_id = :positionId::uuid,
       filed_by_person_id = :personId::uuid, reason = :reason, version = version + 1,
       ordinal = (select coalesce(max(ordinal), 0) + 1 from record where agency_id = :agencyId and file_id = :fileId)
     where agency_id = :agencyId and id = :recordId and version = :version`,
    place,
  );
  return changed === 1;
}

const Placed = z.object({
  id: z.uuid(),
  fileId: z.uuid(),
  letterId: z.uuid().nullable(),
  incomingId: z.uuid().nullable(),
  documentId: z.uuid().nullable(),
});
export type PlacedRow = z.output<typeof Placed>;

/** Files as proposed what is still certain and whose file is open; the files are locked already. */
export function setPlaces(
  tx: Tx,
  places: {
    agencyId: string;
    recordIds: readonly string[];
    fileIds: readonly string[];
    positionId: string | null;
    personId: string | null;
    now: Date;
  },
): Promise<PlacedRow[]> {
  return many(
    tx,
    `with last as (
       select file_id, max(ordinal) as ordinal from record
       where agency_id = :agencyId and file_id = any(:fileIds::uuid[]) group by file_id
     ), chosen as (
       select r.id, r.file_id, row_number() over (partition by r.file_id order by r.created_at, r.id) as nth
       from (
         select id, file_id, created_at from record
         where agency_id = :agencyId and id = any(:recordIds::uuid[]) and file_id = any(:fileIds::uuid[]) and filing = 'proposed' and is_certain
         order by id for update
       ) r
       join record_file f on f.agency_id = :agencyId and f.id = r.file_id and f.status = 'open'
     )
     update record r set filing = 'filed', ordinal = coalesce(last.ordinal, 0) + chosen.nth, filed_at = :now, version = r.version + 1,
       filed_by_position_id = :positionId::uuid, filed_by_person_id = :personId::uuid
     from chosen left join last on last.file_id = chosen.file_id
     where r.agency_id = :agencyId and r.id = chosen.id
     returning r.id, r.file_id, r.letter_id, r.incoming_id, r.document_id`,
    { ...places, recordIds: [...places.recordIds], fileIds: [...places.fileIds] },
    Placed,
  );
}

const Certain = z.object({ id: z.uuid(), fileId: z.uuid() });

/** Certain proposals of units, oldest first; those made before a moment, when one is given. */
export function listCertain(
  tx: Tx,
  query: { agencyId: string; unitIds: readonly string[] | null; before: Date | null; limit: number },
): Promise<z.output<typeof Certain>[]> {
  return many(
    tx,
    `select id, file_id from record
     where agency_id = :agencyId and (:unitIds::uuid[] is null or unit_id = any(:unitIds::uuid[])) and filing = 'proposed' and is_certain
       and file_id is not null and (:before::timestamptz is null or created_at < :before::timestamptz)
     order by created_at, id limit :limit`,
    { ...query, unitIds: query.unitIds === null ? null : [...query.unitIds] },
    Certain,
  );
}

/** The archivist agreed with the standing file once: what else waits for it is certain from now on. */
export async function setStandingCertain(
  tx: Tx,
  wanted: { agencyId: string; fileIds: readonly string[] },
): Promise<void> {
  await run(
    tx,
    `update record set is_certain = true where agency_id = :agencyId and file_id = any(:fileIds::uuid[]) and filing = 'proposed'
       and reason = 'classification' and not is_certain`,
    { agencyId: wanted.agencyId, fileIds: [...wanted.fileIds] },
  );
}
