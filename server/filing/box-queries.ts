import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { StorageBox } from './box-contract.ts';

const BOX = `b.id, b.version, b.unit_id, u.name as unit_name, b.code, b.room, b.rack, b.note, held.file_count, held.first_year, held.last_year`;
const PARTS = `join org_unit u on u.agency_id = b.agency_id and u.id = b.unit_id
  cross join lateral (
    select count(*) as file_count, min(f.year) as first_year, max(f.year) as last_year from record_file f
    where f.agency_id = b.agency_id and f.box_id = b.id
  ) held`;

/** Boxes of the units by code. */
export function listBoxes(
  tx: Tx,
  query: {
    agencyId: string;
    unitIds: readonly string[];
    words: string;
    afterCode: string | null;
    afterId: string | null;
    limit: number;
  },
): Promise<StorageBox[]> {
  return many(
    tx,
    `select ${BOX} from storage_box b ${PARTS}
     where b.agency_id = :agencyId and b.unit_id = any(:unitIds::uuid[])
       and (:words = '' or b.code ilike '%' || :words || '%' or b.room ilike '%' || :words || '%' or b.rack ilike '%' || :words || '%')
       and (:afterCode::text is null or (b.code, b.id) > (:afterCode::text, :afterId::uuid))
     order by b.code, b.id limit :limit`,
    { ...query, unitIds: [...query.unitIds] },
    StorageBox,
  );
}

export function findBox(tx: Tx, wanted: { agencyId: string; boxId: string }): Promise<StorageBox | undefined> {
  return one(
    tx,
    `select ${BOX} from storage_box b ${PARTS} where b.agency_id = :agencyId and b.id = :boxId`,
    wanted,
    StorageBox,
  );
}

const BoxFile = z.object({ id: z.uuid(), folder: z.string() });

/** Files in a box, by folder and number. */
export function listBoxFiles(tx: Tx, wanted: { agencyId: string; boxId: string }): Promise<z.output<typeof BoxFile>[]> {
  return many(
    tx,
    `select id, folder from record_file where agency_id = :agencyId and box_id = :boxId order by folder, year, number, id limit 500`,
    wanted,
    BoxFile,
  );
}

interface BoxFacts {
  agencyId: string;
  boxId: string;
  code: string;
  room: string;
  rack: string;
  note: string;
}

/** False when the unit has a box of this code. */
export async function insertBox(tx: Tx, box: BoxFacts & { unitId: string; now: Date }): Promise<boolean> {
  const inserted = await run(
    tx,
    `insert into storage_box (agency_id, id, unit_id, code, room, rack, note, created_at)
     values (:agencyId, :boxId, :unitId, :code, :room, :rack, :note, :now) on conflict (agency_id, unit_id, code) do nothing`,
    { ...box },
  );
  return inserted === 1;
}

/** False when the box changed meanwhile. */
export async function setBox(tx: Tx, box: BoxFacts & { version: number }): Promise<boolean> {
  const changed = await run(
    tx,
    `update storage_box set code = :code, room = :room, rack = :rack, note = :note, version = version + 1
     where agency_id = :agencyId and id = :boxId and version = :version`,
    { ...box },
  );
  return changed === 1;
}

export async function hasBoxCode(
  tx: Tx,
  wanted: { agencyId: string; unitId: string; code: string; boxId: string },
): Promise<boolean> {
  const row = await one(
    tx,
    `select exists (select from storage_box where agency_id = :agencyId and unit_id = :unitId and code = :code and id <> :boxId) as has`,
    wanted,
    z.object({ has: z.boolean() }),
  );
  return row?.has ?? false;
}

const LabelRow = z.object({
  id: z.uuid(),
  code: z.string(),
  room: z.string(),
  rack: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  fileCount: z.int(),
  firstDate: z.string().nullable(),
  lastDate: z.string().nullable(),
  firstYear: z.int().nullable(),
  lastYear: z.int().nullable(),
  codes: z.array(z.string()),
  firstNumber: z.string().nullable(),
  lastNumber: z.string().nullable(),
});
export type LabelRow = z.output<typeof LabelRow>;

/** What stands on the labels of boxes, by code; dates are those of the items. */
export function listLabels(tx: Tx, wanted: { agencyId: string; boxIds: readonly string[] }): Promise<LabelRow[]> {
  return many(
    tx,
    `select b.id, b.code, b.room, b.rack, b.unit_id, u.name as unit_name, held.*, dates.*
     from storage_box b
     join org_unit u on u.agency_id = b.agency_id and u.id = b.unit_id
     cross join lateral (
       select count(*) as file_count, min(f.year) as first_year, max(f.year) as last_year,
         coalesce(array_agg(distinct f.classification_code order by f.classification_code) filter (where f.id is not null), '{}') as codes,
         min(lpad(f.number::text, 3, '0') || '/' || f.year) as first_number, max(lpad(f.number::text, 3, '0') || '/' || f.year) as last_number
       from record_file f where f.agency_id = b.agency_id and f.box_id = b.id
     ) held
     cross join lateral (
       select min(coalesce(i.letter_date, l.letter_date, d.document_date)) as first_date,
         max(coalesce(i.letter_date, l.letter_date, d.document_date)) as last_date
       from record_file f
       join record r on r.agency_id = f.agency_id and r.file_id = f.id and r.filing = 'filed'
       left join letter l on l.agency_id = r.agency_id and l.id = r.letter_id
       left join incoming_letter i on i.agency_id = r.agency_id and i.id = r.incoming_id
       left join archive_document d on d.agency_id = r.agency_id and d.id = r.document_id
       where f.agency_id = b.agency_id and f.box_id = b.id
     ) dates
     where b.agency_id = :agencyId and b.id = any(:boxIds::uuid[]) order by b.code, b.id`,
    { agencyId: wanted.agencyId, boxIds: [...wanted.boxIds] },
    LabelRow,
  );
}

export async function findUnitName(tx: Tx, wanted: { agencyId: string; unitId: string }): Promise<string> {
  const row = await one(
    tx,
    `select name from org_unit where agency_id = :agencyId and id = :unitId`,
    wanted,
    z.object({ name: z.string() }),
  );
  return row?.name ?? '';
}
