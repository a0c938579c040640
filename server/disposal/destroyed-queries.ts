import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';

type Set = { agencyId: string; disposalId: string };

const Outcome = z.object({ outcome: z.enum(['included', 'excluded', 'left_out', 'done']) });

/** Calls the database function that alone may empty records; asking again changes nothing. */
export async function destroyFile(
  tx: Tx,
  given: Set & { fileId: string; now: Date },
): Promise<z.output<typeof Outcome>['outcome']> {
  const row = await one(tx, `select destroy_file(:agencyId, :disposalId, :fileId, :now) as outcome`, given, Outcome);
  if (!row) throw new Error('destroy_file returned nothing');
  return row.outcome;
}

const Hash = z.object({ sha256: z.string() });

/** Bytes of the disposal that have not been taken out of the store. */
export async function listUnremoved(tx: Tx, set: Set): Promise<string[]> {
  const rows = await many(
    tx,
    `select sha256 from destroyed_blob
     where agency_id = :agencyId and disposal_id = :disposalId and removed_at is null and kept_reason is null order by sha256`,
    set,
    Hash,
  );
  return rows.map(({ sha256 }) => sha256);
}

/** True when no row refers to these bytes any more: then their row is gone and the file may go. */
export async function dropUnusedBlob(tx: Tx, blob: { agencyId: string; sha256: string }): Promise<boolean> {
  await run(
    tx,
    `delete from blob b where b.agency_id = :agencyId and b.sha256 = :sha256
       and not exists (select from blob_ref r where r.agency_id = b.agency_id and r.sha256 = b.sha256)`,
    blob,
  );
  const left = await one(tx, `select sha256 from blob where agency_id = :agencyId and sha256 = :sha256`, blob, Hash);
  return left === undefined;
}

export async function setRemoved(
  tx: Tx,
  given: Set & { sha256: string; keptReason: string | null; now: Date },
): Promise<void> {
  await run(
    tx,
    `update destroyed_blob set removed_at = case when :keptReason::text is null then :now::timestamptz end, kept_reason = :keptReason
     where agency_id = :agencyId and disposal_id = :disposalId and sha256 = :sha256 and removed_at is null`,
    given,
  );
}

const Component = z.object({
  name: z.string(),
  sha256: z.string(),
  sizeBytes: z.int().nullable(),
  isFile: z.boolean(),
});
const DestroyedRow = z.object({
  recordId: z.uuid(),
  fileNumber: z.string(),
  code: z.string(),
  title: z.string(),
  number: z.string(),
  recordDate: z.string().nullable(),
  securityClass: z.string(),
  sharedWith: z.int(),
  components: z.array(Component),
  destroyedAt: z.string(),
});
export type DestroyedRow = z.output<typeof DestroyedRow>;

export function listDestroyed(tx: Tx, set: Set): Promise<DestroyedRow[]> {
  return many(
    tx,
    `select r.record_id, lpad(f.number::text, 3, '0') || '/' || f.year as file_number, f.classification_code as code, r.title, r.number,
       r.record_date, r.security_class, r.shared_with, r.components, r.destroyed_at
     from destroyed_record r join record_file f on f.agency_id = r.agency_id and f.id = r.file_id
     where r.agency_id = :agencyId and r.disposal_id = :disposalId order by r.file_id, r.record_id`,
    set,
    DestroyedRow,
  );
}

const Shared = z.object({ count: z.number() });

/** Letters whose own bytes stay because another unit keeps its record of them. */
export async function countShared(tx: Tx, set: Set): Promise<number> {
  const row = await one(
    tx,
    `select count(*) as count from destroyed_record where agency_id = :agencyId and disposal_id = :disposalId and shared_with > 0`,
    set,
    Shared,
  );
  return row?.count ?? 0;
}
