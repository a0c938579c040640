import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { EditionKind, EditionStatus, ImportSlot } from './retention-shapes.ts';

type Named = { agencyId: string; editionId: string };

export interface NewEdition extends Named {
  kind: 'starter' | 'import' | 'manual';
  status: 'draft' | 'scheduled' | 'applied';
  title: string;
  reason: string;
  effectiveFrom: string | null;
  counts: Record<string, number>;
  by: { positionId: string; personId: string } | null;
  now: Date;
}

/** False when there is an edition with this id already. */
export async function insertEdition(tx: Tx, { by, counts, ...edition }: NewEdition): Promise<boolean> {
  const inserted = await run(
    tx,
    `insert into classification_edition (agency_id, id, kind, status, title, reason, effective_from, counts, created_at,
       created_by_position_id, created_by_person_id, decided_at, applied_at)
     values (:agencyId, :editionId, :kind, :status, :title, :reason, :effectiveFrom, :counts::jsonb, :now::timestamptz, :positionId,
       :personId, case when :status <> 'draft' then :now::timestamptz end, case when :status = 'applied' then :now::timestamptz end)
     on conflict do nothing`,
    {
      ...edition,
      counts: JSON.stringify(counts),
      positionId: by?.positionId ?? null,
      personId: by?.personId ?? null,
    },
  );
  return inserted === 1;
}

const EditionRow = z.object({
  id: z.uuid(),
  kind: EditionKind,
  status: EditionStatus,
  title: z.string(),
  decreeNumber: z.string(),
  reason: z.string(),
  effectiveFrom: z.string().nullable(),
  createdAt: z.string(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  counts: z.record(z.string(), z.int()),
});

const EDITION = `select e.id, e.kind, e.status, e.title, e.decree_number, e.reason, e.effective_from, e.created_at, e.decided_at,
    case when e.decided_at is not null then p.name end as decided_by, e.counts
  from classification_edition e
  left join person p on p.agency_id = e.agency_id and p.id = e.created_by_person_id`;

/** The edition, kept from other changes until the transaction ends. */
export function lockEdition(tx: Tx, named: Named): Promise<z.output<typeof EditionRow> | undefined> {
  return one(tx, `${EDITION} where e.agency_id = :agencyId and e.id = :editionId for update of e`, named, EditionRow);
}

export function listEditions(tx: Tx, query: { agencyId: string; limit: number }) {
  return many(
    tx,
    `${EDITION} where e.agency_id = :agencyId and e.status <> 'discarded'
     order by e.created_at desc, e.id desc limit :limit`,
    query,
    EditionRow,
  );
}

const FileRow = z.object({
  editionId: z.uuid(),
  slot: ImportSlot,
  fileName: z.string(),
  sha256: z.string(),
  sizeBytes: z.int(),
  rowCount: z.int(),
});
export type EditionFileRow = z.output<typeof FileRow>;

export function listFiles(tx: Tx, query: { agencyId: string; editionIds: readonly string[] }) {
  return many(
    tx,
    `select edition_id, slot, file_name, sha256, size_bytes, row_count from classification_edition_file
     where agency_id = :agencyId and edition_id = any(:editionIds::uuid[]) order by edition_id, slot`,
    { ...query, editionIds: [...query.editionIds] },
    FileRow,
  );
}

export async function putFile(tx: Tx, file: Omit<EditionFileRow, 'editionId'> & Named & { now: Date }): Promise<void> {
  await run(
    tx,
    `insert into classification_edition_file (agency_id, edition_id, slot, file_name, sha256, size_bytes, row_count, uploaded_at)
     values (:agencyId, :editionId, :slot, :fileName, :sha256, :sizeBytes, :rowCount, :now)
     on conflict (agency_id, edition_id, slot) do update set file_name = excluded.file_name, sha256 = excluded.sha256,
       size_bytes = excluded.size_bytes, row_count = excluded.row_count, uploaded_at = excluded.uploaded_at`,
    { ...file },
  );
}

export async function deleteFiles(tx: Tx, { agencyId, editionId }: Named): Promise<void> {
  await run(tx, `delete from classification_edition_file where agency_id = :agencyId and edition_id = :editionId`, {
    agencyId,
    editionId,
  });
}

export interface Decision extends Named {
  isInForce: boolean;
  title: string;
  decreeNumber: string;
  effectiveFrom: string;
  counts: Record<string, number>;
  by: { positionId: string; personId: string };
  now: Date;
}

/** The person who decides stands for the edition from here on. */
export async function setDecided(tx: Tx, { counts, by, ...decision }: Decision): Promise<void> {
  await run(
    tx,
    `update classification_edition set status = case when :isInForce then 'applied' else 'scheduled' end, title = :title,
       decree_number = :decreeNumber, effective_from = :effectiveFrom, counts = :counts::jsonb, decided_at = :now::timestamptz,
       created_by_position_id = :positionId, created_by_person_id = :personId,
       applied_at = case when :isInForce then :now::timestamptz end
     where agency_id = :agencyId and id = :editionId and status = 'draft'`,
    { ...decision, ...by, counts: JSON.stringify(counts) },
  );
}

export async function setDiscarded(tx: Tx, { agencyId, editionId }: Named): Promise<void> {
  await run(
    tx,
    `update classification_edition set status = 'discarded' where agency_id = :agencyId and id = :editionId and status = 'draft'`,
    { agencyId, editionId },
  );
}

const DueRow = z.object({ id: z.uuid(), title: z.string(), effectiveFrom: z.string() });

/** Marks what was decided for a day that has come, and returns it. */
export function takeDueEditions(tx: Tx, day: { agencyId: string; today: string; now: Date }) {
  return many(
    tx,
    `update classification_edition set status = 'applied', applied_at = :now
     where agency_id = :agencyId and status = 'scheduled' and effective_from <= :today::date
     returning id, title, effective_from`,
    day,
    DueRow,
  );
}

export async function listOldDrafts(tx: Tx, query: { agencyId: string; before: Date }): Promise<string[]> {
  const rows = await many(
    tx,
    `select id from classification_edition where agency_id = :agencyId and status = 'draft' and created_at < :before`,
    query,
    z.object({ id: z.uuid() }),
  );
  return rows.map(({ id }) => id);
}
