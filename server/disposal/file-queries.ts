import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { DisposalFile, DisposalFileFacts, DisposalTotals, type DueKind } from './disposal-shapes.ts';

/** Facts of files `f`, printed the same in every list. */
const FACTS = `f.id as file_id, lpad(f.number::text, 3, '0') || '/' || f.year as file_number, f.classification_code as code, f.title,
  coalesce(facts.first_year, f.year) as first_year, coalesce(facts.last_year, f.year) as last_year, facts.item_count, facts.page_count,
  facts.digital_bytes, facts.copy_statuses, f.active_years, f.inactive_years, f.final_action, coalesce(f.exception_note, '') as exception_note`;
const FACT_JOINS = `cross join lateral (
    select count(*) as item_count, coalesce(sum(coalesce(l.page_count, i.page_count, d.page_count)), 0) as page_count,
      coalesce(sum(coalesce(l.signed_size_bytes, 0) + case when l.id is null then coalesce(i.size_bytes, 0) else 0 end
        + coalesce(bytes.total, 0)), 0)::bigint as digital_bytes,
      min(extract(year from coalesce(l.letter_date, i.letter_date, i.received_date, d.document_date)))::int as first_year,
      max(extract(year from coalesce(l.letter_date, i.letter_date, i.received_date, d.document_date)))::int as last_year,
      coalesce(array_agg(distinct r.copy_status), '{}') as copy_statuses
    from record r
    left join letter l on l.agency_id = r.agency_id and l.id = r.letter_id
    left join incoming_letter i on i.agency_id = r.agency_id and i.id = r.incoming_id
    left join archive_document d on d.agency_id = r.agency_id and d.id = r.document_id
    left join lateral (select sum(a.size_bytes) as total from archive_document_file a
      where a.agency_id = d.agency_id and a.document_id = d.id) bytes on true
    where r.agency_id = f.agency_id and r.file_id = f.id) facts
  left join lateral (select coalesce(
    (select h.case_number || ': ' || h.reason from legal_hold_file hf
      join legal_hold h on h.agency_id = hf.agency_id and h.id = hf.hold_id and h.released_at is null
      where hf.agency_id = f.agency_id and hf.file_id = f.id order by h.placed_at limit 1),
    why_file_stays(f.agency_id, f.id)) as text) hold on true`;

/** Where the retention of each kind ends, along the indexes of `record_file`. */
const DUE: Record<DueKind, { date: string; condition: string }> = {
  transfer: { date: 'f.active_until', condition: `f.status = 'closed' and f.lifecycle = 'active'` },
  destruction: { date: 'f.inactive_until', condition: `f.lifecycle = 'inactive' and f.final_action = 'destroy'` },
  handover: { date: 'f.inactive_until', condition: `f.lifecycle = 'inactive' and f.final_action = 'permanent'` },
  review: { date: 'f.inactive_until', condition: `f.lifecycle = 'inactive' and f.final_action = 'review'` },
};

const isFree = `not exists (select from disposal_file df
  where df.agency_id = f.agency_id and df.file_id = f.id and df.is_open)`;

export function listDue(
  tx: Tx,
  query: {
    agencyId: string;
    unitIds: readonly string[];
    kind: DueKind;
    today: string;
    afterDate: string | null;
    afterId: string | null;
    limit: number;
  },
): Promise<z.output<typeof DisposalFileFacts>[]> {
  const { date, condition } = DUE[query.kind];
  const { kind: _kind, ...bindings } = query;
  return many(
    tx,
    `select ${FACTS}, b.code as box_code, f.folder, f.due_on, hold.text is not null as is_held, hold.text as hold_text
     from (
       select f.*, ${date} as due_on from record_file f
       where f.agency_id = :agencyId and f.unit_id = any(:unitIds::uuid[]) and ${condition} and ${date} < :today::date and ${isFree}
         and (:afterDate::date is null or (${date}, f.id) > (:afterDate::date, :afterId::uuid))
       order by ${date}, f.id limit :limit) f
     ${FACT_JOINS}
     left join storage_box b on b.agency_id = f.agency_id and b.id = f.box_id
     order by f.due_on, f.id`,
    { ...bindings, unitIds: [...query.unitIds] },
    DisposalFileFacts,
  );
}

const Count = z.object({ count: z.number() });

/** Files that could be proposed now, counted up to a cap. */
export async function countDue(
  tx: Tx,
  query: { agencyId: string; unitIds: readonly string[]; today: string; cap: number },
  kind: DueKind,
): Promise<number> {
  const { date, condition } = DUE[kind];
  const row = await one(
    tx,
    `select count(*) as count from (select from record_file f
       where f.agency_id = :agencyId and f.unit_id = any(:unitIds::uuid[]) and ${condition} and ${date} < :today::date and ${isFree}
         and why_file_stays(f.agency_id, f.id) is null limit :cap) due`,
    { ...query, unitIds: [...query.unitIds] },
    Count,
  );
  return row?.count ?? 0;
}

const Proposable = z.object({ id: z.uuid(), unitId: z.uuid() });

/** Of the named files those whose retention is over, free, not held and not lent; locked, so that no hold, loan or other proposal comes between. */
export function lockProposable(
  tx: Tx,
  query: { agencyId: string; fileIds: readonly string[]; kinds: readonly DueKind[]; today: string },
): Promise<z.output<typeof Proposable>[]> {
  const due = query.kinds.map((kind) => `(${DUE[kind].condition} and ${DUE[kind].date} < :today::date)`).join(' or ');
  return many(
    tx,
    `select f.id, f.unit_id from record_file f
     where f.agency_id = :agencyId and f.id = any(:fileIds::uuid[]) and (${due}) and ${isFree}
       and why_file_stays(f.agency_id, f.id) is null
     order by f.id for update of f`,
    { agencyId: query.agencyId, fileIds: [...query.fileIds], today: query.today },
    Proposable,
  );
}

/** In the order of classification, then period. What an earlier round left out comes back when it is named again. */
export async function insertFiles(
  tx: Tx,
  given: { agencyId: string; disposalId: string; fileIds: readonly string[] },
): Promise<void> {
  await run(
    tx,
    `insert into disposal_file (agency_id, disposal_id, file_id, ordinal)
     select f.agency_id, :disposalId, f.id, coalesce((select max(ordinal) from disposal_file
         where agency_id = :agencyId and disposal_id = :disposalId), 0)
       + row_number() over (order by f.classification_code, f.year, f.number)
     from record_file f where f.agency_id = :agencyId and f.id = any(:fileIds::uuid[])
     on conflict (agency_id, disposal_id, file_id) do update
       set status = 'included', is_open = true, reason = '', settled_at = null where disposal_file.status = 'left_out'`,
    { ...given, fileIds: [...given.fileIds] },
  );
}

type Set = { agencyId: string; disposalId: string };

export function deleteFiles(tx: Tx, given: Set & { fileIds: readonly string[] }): Promise<number> {
  return run(
    tx,
    `delete from disposal_file where agency_id = :agencyId and disposal_id = :disposalId and file_id = any(:fileIds::uuid[])`,
    { ...given, fileIds: [...given.fileIds] },
  );
}

export function setExcluded(
  tx: Tx,
  given: Set & { fileIds: readonly string[]; reason: string; now: Date },
): Promise<number> {
  return run(
    tx,
    `update disposal_file set status = 'excluded', is_open = false, reason = :reason, settled_at = :now
     where agency_id = :agencyId and disposal_id = :disposalId and file_id = any(:fileIds::uuid[]) and status = 'included'`,
    { ...given, fileIds: [...given.fileIds] },
  );
}

export function setBox(tx: Tx, given: Set & { fileId: string; boxId: string; folder: string }): Promise<number> {
  return run(
    tx,
    `update disposal_file df set box_id = :boxId, folder = :folder
     from storage_box b, disposal d
     where df.agency_id = :agencyId and df.disposal_id = :disposalId and df.file_id = :fileId
       and d.agency_id = df.agency_id and d.id = df.disposal_id and b.agency_id = df.agency_id and b.id = :boxId and b.unit_id = d.unit_id`,
    given,
  );
}

/** A proposal that goes no further gives its files free. */
export async function releaseFiles(tx: Tx, set: Set): Promise<void> {
  await run(
    tx,
    `update disposal_file set is_open = false where agency_id = :agencyId and disposal_id = :disposalId and is_open`,
    set,
  );
}

export function listFiles(
  tx: Tx,
  query: Set & { afterOrdinal: number; limit: number },
): Promise<z.output<typeof DisposalFile>[]> {
  return many(
    tx,
    `select ${FACTS}, b.code as box_code, coalesce(nullif(df.folder, ''), f.folder) as folder,
       coalesce(f.inactive_until, f.active_until) as due_on, hold.text is not null as is_held, hold.text as hold_text,
       df.ordinal, df.status, df.reason
     from disposal_file df
     join record_file f on f.agency_id = df.agency_id and f.id = df.file_id
     ${FACT_JOINS}
     left join storage_box b on b.agency_id = f.agency_id and b.id = coalesce(df.box_id, f.box_id)
     where df.agency_id = :agencyId and df.disposal_id = :disposalId and df.ordinal > :afterOrdinal
     order by df.ordinal limit :limit`,
    query,
    DisposalFile,
  );
}

/** Totals of what is included, neither held nor lent and not yet settled, or done. */
export async function findTotals(tx: Tx, set: Set): Promise<z.output<typeof DisposalTotals>> {
  const row = await one(
    tx,
    `select count(*) filter (where counts) as files, count(*) filter (where status = 'included' and is_held) as held,
       count(*) filter (where status = 'excluded') as excluded, count(*) filter (where status = 'left_out') as left_out,
       count(*) filter (where status = 'done') as done, count(*) filter (where counts and digital_bytes > 0) as digital_files,
       coalesce(sum(item_count) filter (where counts), 0)::bigint as items, coalesce(sum(page_count) filter (where counts), 0)::bigint as pages,
       count(distinct box_id) filter (where counts) as boxes, coalesce(sum(digital_bytes) filter (where counts), 0)::bigint as digital_bytes,
       min(first_year) filter (where counts) as first_year, max(last_year) filter (where counts) as last_year,
       max(years) filter (where counts) as most_years
     from (
       select df.status, hold.text is not null as is_held, facts.*, coalesce(df.box_id, f.box_id) as box_id,
         f.active_years + f.inactive_years as years,
         df.status = 'done' or (df.status = 'included' and hold.text is null) as counts
       from disposal_file df
       join record_file f on f.agency_id = df.agency_id and f.id = df.file_id
       ${FACT_JOINS}
       where df.agency_id = :agencyId and df.disposal_id = :disposalId) rows`,
    set,
    DisposalTotals,
  );
  if (!row) throw new Error('a count returned nothing');
  return row;
}

const FileId = z.object({ fileId: z.uuid() });

/** Locks the files of a proposal and then tells how many still count: nothing can be held or lent while the transaction runs. */
export async function lockCounted(tx: Tx, set: Set): Promise<number> {
  await many(
    tx,
    `select f.id as file_id from record_file f join disposal_file df on df.agency_id = f.agency_id and df.file_id = f.id
     where df.agency_id = :agencyId and df.disposal_id = :disposalId and df.status = 'included' order by f.id for update of f`,
    set,
    FileId,
  );
  const row = await one(
    tx,
    `select count(*) as count from disposal_file df
     where df.agency_id = :agencyId and df.disposal_id = :disposalId and df.status = 'included'
       and why_file_stays(df.agency_id, df.file_id) is null`,
    set,
    Count,
  );
  return row?.count ?? 0;
}

/**
 * Leaves out for good what is held or lent at this moment: what nobody counted does not come back when the case ends or
 * the paper is returned. The caller holds the locks of the files.
 */
export async function leaveOutHeld(tx: Tx, given: Set & { now: Date }): Promise<void> {
  await run(
    tx,
    `update disposal_file set status = 'left_out', is_open = false, settled_at = :now, reason = why_file_stays(agency_id, file_id)
     where agency_id = :agencyId and disposal_id = :disposalId and status = 'included'
       and why_file_stays(agency_id, file_id) is not null`,
    given,
  );
}

/** Moves files that are neither held nor lent on; the others are left out. Returns how many moved. */
export async function settleFiles(
  tx: Tx,
  given: Set & { lifecycle: 'inactive' | 'handed_over'; keptByUnitId: string; now: Date },
): Promise<number> {
  await lockCounted(tx, given);
  await leaveOutHeld(tx, { agencyId: given.agencyId, disposalId: given.disposalId, now: given.now });
  return run(
    tx,
    `with moved as (
       update disposal_file set status = 'done', is_open = false, settled_at = :now
       where agency_id = :agencyId and disposal_id = :disposalId and status = 'included'
       returning agency_id, file_id, box_id, folder)
     update record_file f set lifecycle = :lifecycle, kept_by_unit_id = :keptByUnitId, box_id = coalesce(m.box_id, f.box_id),
       folder = coalesce(nullif(m.folder, ''), f.folder), version = f.version + 1
     from moved m where f.agency_id = m.agency_id and f.id = m.file_id`,
    given,
  );
}

/** Files that wait to be destroyed, in order. */
export async function listIncludedIds(tx: Tx, set: Set): Promise<string[]> {
  const rows = await many(
    tx,
    `select file_id from disposal_file
     where agency_id = :agencyId and disposal_id = :disposalId and status = 'included' order by ordinal`,
    set,
    FileId,
  );
  return rows.map(({ fileId }) => fileId);
}
