import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';
import { FileRule, RecordFile } from './file-shapes.ts';
import type { Scope } from './scope.ts';

/** Class of the item `r`, with what it is made of. */
export const ITEM_CLASS = `coalesce(i.security_class, l.security_class, d.security_class)`;
export const ITEM_PARTS = `left join letter l on l.agency_id = r.agency_id and l.id = r.letter_id
  left join incoming_letter i on i.agency_id = r.agency_id and i.id = r.incoming_id
  left join archive_document d on d.agency_id = r.agency_id and d.id = r.document_id`;

/** Counts of file `f`: everything for its archivist, class B for others; only one of the two runs. */
const COUNTS = `cross join lateral (
    select count(*) as items, count(*) filter (where r.filing = 'proposed') as proposed from record r
    where f.unit_id = any(:archivistUnits::uuid[]) and r.agency_id = f.agency_id and r.file_id = f.id
  ) every
  cross join lateral (
    select count(*) as items, count(*) filter (where r.filing = 'proposed') as proposed from record r ${ITEM_PARTS}
    where not (f.unit_id = any(:archivistUnits::uuid[])) and r.agency_id = f.agency_id and r.file_id = f.id and ${ITEM_CLASS} = 'B'
  ) open`;
const HAS_OPEN_ITEM = `exists (select from record r ${ITEM_PARTS}
  where r.agency_id = f.agency_id and r.file_id = f.id and ${ITEM_CLASS} = 'B')`;

const COLUMNS = `f.id, f.number, f.year, f.title, f.classification_code, c.name as classification_name, f.unit_id, u.name as unit_name,
  f.status, f.lifecycle, f.is_standing, is_file_held(f.agency_id, f.id) as is_held,
  exists (select from file_loan o where o.agency_id = f.agency_id and o.file_id = f.id and o.returned_at is null) as is_lent,
  every.items + open.items as item_count, every.proposed + open.proposed as proposed_count`;
const NAMES = `join classification c on c.agency_id = f.agency_id and c.code = f.classification_code
  join org_unit u on u.agency_id = f.agency_id and u.id = f.unit_id`;

export interface FileFilter {
  words: string;
  code: string | null;
  exactCode: string | null;
  status: string | null;
  after: { year: number; number: number; id: string } | undefined;
  limit: number;
}

/** Newest number first, unit by unit along the index of numbers (of codes, when one is asked for). */
export function listFiles(tx: Tx, scope: Scope, filter: FileFilter): Promise<RecordFile[]> {
  const { after, ...plain } = filter;
  return many(
    tx,
    `select ${COLUMNS}
     from (select distinct unit_id from unnest(:archivistUnits::uuid[] || :opdId::uuid) unit_id) of_unit
     cross join lateral (
       select f.* from record_file f
       where f.agency_id = :agencyId and f.unit_id = of_unit.unit_id and (of_unit.unit_id = any(:archivistUnits::uuid[]) or ${HAS_OPEN_ITEM})
         and (:status::text is null or f.status = :status) and (:exactCode::text is null or f.classification_code = :exactCode)
         and (:code::text is null or f.classification_code = :code or starts_with(f.classification_code, :code || '.'))
         and (:words = '' or f.title ilike '%' || :words || '%' or starts_with(f.classification_code, :words)
           or lpad(f.number::text, 3, '0') || '/' || f.year = :words
           or exists (select from classification n where n.agency_id = f.agency_id and n.code = f.classification_code and n.name ilike '%' || :words || '%'))
         and (:afterYear::int is null or (f.year, f.number, f.id) < (:afterYear::int, :afterNumber::int, :afterId::uuid))
       order by f.year desc, f.number desc, f.id desc limit :limit
     ) f
     ${NAMES} ${COUNTS}
     order by f.year desc, f.number desc, f.id desc limit :limit`,
    {
      ...scope,
      ...plain,
      archivistUnits: [...scope.archivistUnits],
      afterYear: after?.year ?? null,
      afterNumber: after?.number ?? null,
      afterId: after?.id ?? null,
    },
    RecordFile,
  );
}

/** Those of the files that the desk may see. */
export function listFilesById(tx: Tx, scope: Scope, fileIds: readonly string[]): Promise<RecordFile[]> {
  return many(
    tx,
    `select ${COLUMNS} from record_file f ${NAMES} ${COUNTS}
     where f.agency_id = :agencyId and f.id = any(:fileIds::uuid[])
       and (f.unit_id = any(:archivistUnits::uuid[]) or (f.unit_id = :opdId and open.items > 0))`,
    { ...scope, archivistUnits: [...scope.archivistUnits], fileIds: [...fileIds] },
    RecordFile,
  );
}

const NodeCount = z.object({ code: z.string(), files: z.int(), active: z.int() });

/** Files by classification of the units of a desk; merged ones are in another. */
export function countFilesByCode(tx: Tx, scope: Scope): Promise<z.output<typeof NodeCount>[]> {
  return many(
    tx,
    `select f.classification_code as code, count(*) as files, count(*) filter (where f.lifecycle = 'active') as active
     from record_file f
     where f.agency_id = :agencyId and f.status <> 'merged'
       and (f.unit_id = any(:archivistUnits::uuid[]) or (f.unit_id = :opdId and ${HAS_OPEN_ITEM}))
     group by f.classification_code`,
    { ...scope, archivistUnits: [...scope.archivistUnits] },
    NodeCount,
  );
}

const Node = z.object({ code: z.string(), parentCode: z.string().nullable(), name: z.string() });

/** The codes and everything above them. */
export function listCodesUpwards(
  tx: Tx,
  wanted: { agencyId: string; codes: readonly string[] },
): Promise<z.output<typeof Node>[]> {
  return many(
    tx,
    `with recursive up as (
       select code, parent_code, name from classification where agency_id = :agencyId and code = any(:codes::text[])
       union
       select p.code, p.parent_code, p.name from up join classification p on p.agency_id = :agencyId and p.code = up.parent_code
     ) select code, parent_code, name from up order by code`,
    { ...wanted, codes: [...wanted.codes] },
    Node,
  );
}

const DetailRow = RecordFile.extend({
  version: z.int(),
  description: z.string(),
  closedOn: z.string().nullable(),
  triggerOn: z.string().nullable(),
  activeUntil: z.string().nullable(),
  inactiveUntil: z.string().nullable(),
  frozenRule: FileRule.omit({ isFrozen: true }).nullable(),
  currentRule: FileRule.omit({ isFrozen: true }),
  boxId: z.uuid().nullable(),
  boxCode: z.string().nullable(),
  boxRoom: z.string().nullable(),
  boxRack: z.string().nullable(),
  folder: z.string(),
  keptBy: z.string().nullable(),
  mergedIntoId: z.uuid().nullable(),
  createdAt: z.string(),
});
export type FileDetailRow = z.output<typeof DetailRow>;

const rule = (
  of: 'f' | 'c',
) => `jsonb_build_object('activeYears', ${of}.active_years, 'inactiveYears', ${of}.inactive_years,
  'triggerEvent', coalesce(${of}.trigger_event, ''), 'finalAction', ${of}.final_action, 'exceptionNote', coalesce(${of}.exception_note, ''))`;

/** A file that the desk may see; the archivist sees empty ones too. */
export function findFile(tx: Tx, scope: Scope, fileId: string): Promise<FileDetailRow | undefined> {
  return one(
    tx,
    `select ${COLUMNS}, f.version, f.description, f.closed_on, f.trigger_on, f.active_until, f.inactive_until,
       case when f.status = 'closed' then ${rule('f')} end as frozen_rule, ${rule('c')} as current_rule,
       f.box_id, b.code as box_code, b.room as box_room, b.rack as box_rack, f.folder, k.name as kept_by, f.merged_into_id, f.created_at
     from record_file f ${NAMES}
     left join storage_box b on b.agency_id = f.agency_id and b.id = f.box_id
     left join org_unit k on k.agency_id = f.agency_id and k.id = f.kept_by_unit_id
     ${COUNTS}
     where f.agency_id = :agencyId and f.id = :fileId
       and (f.unit_id = any(:archivistUnits::uuid[]) or (f.unit_id = :opdId and open.items > 0))`,
    { ...scope, archivistUnits: [...scope.archivistUnits], fileId },
    DetailRow,
  );
}

const Sums = z.object({
  pageCount: z.int(),
  paperCount: z.int(),
  electronicCount: z.int(),
  secretCount: z.int(),
  limitedCount: z.int(),
  firstDate: z.string().nullable(),
  lastDate: z.string().nullable(),
});

/** What the filed items of a file come to. */
export async function sumFile(
  tx: Tx,
  wanted: { agencyId: string; fileId: string; isArchivist: boolean },
): Promise<z.output<typeof Sums>> {
  const row = await one(
    tx,
    `select coalesce(sum(coalesce(i.page_count, l.page_count, d.page_count, 0)), 0) as page_count,
       count(*) filter (where coalesce(i.media, d.media, 'electronic') <> 'electronic') as paper_count,
       count(*) filter (where coalesce(i.media, d.media, 'electronic') <> 'paper') as electronic_count,
       count(*) filter (where ${ITEM_CLASS} in ('R', 'SR')) as secret_count, count(*) filter (where ${ITEM_CLASS} = 'T') as limited_count,
       min(coalesce(i.letter_date, l.letter_date, d.document_date)) as first_date,
       max(coalesce(i.letter_date, l.letter_date, d.document_date)) as last_date
     from record r ${ITEM_PARTS}
     where r.agency_id = :agencyId and r.file_id = :fileId and r.filing = 'filed' and (:isArchivist or ${ITEM_CLASS} = 'B')`,
    wanted,
    Sums,
  );
  if (!row) throw new Error('a sum has one row');
  return row;
}

const HoldRow = z.object({
  id: z.uuid(),
  version: z.int(),
  caseNumber: z.string(),
  reason: z.string(),
  placedAt: z.string(),
  placedBy: z.string().nullable(),
});

export function listOpenHolds(
  tx: Tx,
  wanted: { agencyId: string; fileId: string },
): Promise<z.output<typeof HoldRow>[]> {
  return many(
    tx,
    `select h.id, h.version, h.case_number, h.reason, h.placed_at, p.name as placed_by
     from legal_hold_file hf join legal_hold h on h.agency_id = hf.agency_id and h.id = hf.hold_id
     left join person p on p.agency_id = h.agency_id and p.id = h.placed_by_person_id
     where hf.agency_id = :agencyId and hf.file_id = :fileId and h.released_at is null order by h.placed_at, h.id`,
    wanted,
    HoldRow,
  );
}

const NameRow = z.object({ id: z.uuid(), number: z.int(), year: z.int(), title: z.string() });

export function findFileName(
  tx: Tx,
  wanted: { agencyId: string; fileId: string },
): Promise<z.output<typeof NameRow> | undefined> {
  return one(
    tx,
    `select id, number, year, title from record_file where agency_id = :agencyId and id = :fileId`,
    wanted,
    NameRow,
  );
}
