import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';

const Key = z.object({ sha256: z.string() });

/** Blobs not compared with their hash since then, longest waiting first. */
export async function listUncheckedBlobs(tx: Tx, agencyId: string, since: Date, limit: number): Promise<string[]> {
  const rows = await many(
    tx,
    `select sha256 from blob where agency_id = :agencyId and (checked_at is null or checked_at < :since)
     order by checked_at nulls first, sha256 limit :limit`,
    { agencyId, since, limit },
    Key,
  );
  return rows.map(({ sha256 }) => sha256);
}

/** Blobs found bad that were not looked at since then: perhaps somebody has put the bytes back. */
export async function listUnsoundBlobs(tx: Tx, agencyId: string, since: Date): Promise<string[]> {
  const rows = await many(
    tx,
    `select sha256 from blob where agency_id = :agencyId and condition <> 'sound' and checked_at < :since order by sha256 limit 1000`,
    { agencyId, since },
    Key,
  );
  return rows.map(({ sha256 }) => sha256);
}

const Before = z.object({ condition: z.enum(['sound', 'damaged', 'missing']) });

/** Writes down a check; returns the condition before it, or undefined when the blob was deleted meanwhile. */
export async function setBlobChecked(
  tx: Tx,
  checked: {
    agencyId: string;
    sha256: string;
    condition: 'sound' | 'damaged' | 'missing';
    isRepaired: boolean;
    now: Date;
  },
): Promise<z.output<typeof Before>['condition'] | undefined> {
  const before = await one(
    tx,
    `select condition from blob where agency_id = :agencyId and sha256 = :sha256 for update`,
    { agencyId: checked.agencyId, sha256: checked.sha256 },
    Before,
  );
  await run(
    tx,
    `update blob set checked_at = :now, condition = :condition, repaired_at = case when :isRepaired::boolean then :now else repaired_at end
     where agency_id = :agencyId and sha256 = :sha256`,
    checked,
  );
  return before?.condition;
}

export async function listUnmirroredBlobs(tx: Tx, agencyId: string, limit: number): Promise<string[]> {
  const rows = await many(
    tx,
    `select sha256 from blob where agency_id = :agencyId and mirrored_at is null order by created_at limit :limit`,
    { agencyId, limit },
    Key,
  );
  return rows.map(({ sha256 }) => sha256);
}

export async function setBlobsMirrored(
  tx: Tx,
  mirrored: { agencyId: string; hashes: readonly string[]; now: Date },
): Promise<void> {
  await run(
    tx,
    `update blob set mirrored_at = :now where agency_id = :agencyId and sha256 = any(:hashes::text[])`,
    mirrored,
  );
}

const Summary = z.object({
  blobs: z.number(),
  sizeBytes: z.number(),
  unchecked: z.number(),
  overdue: z.number(),
  oldestCheckAt: z.string().nullable(),
  damaged: z.number(),
  missing: z.number(),
  repaired: z.number(),
  unmirrored: z.number(),
});

export async function summariseBlobs(tx: Tx, agencyId: string, overdueSince: Date): Promise<z.output<typeof Summary>> {
  const row = await one(
    tx,
    `select count(*) as blobs, coalesce(sum(size_bytes), 0)::bigint as size_bytes,
       count(*) filter (where checked_at is null) as unchecked,
       count(*) filter (where coalesce(checked_at, created_at) < :overdueSince) as overdue, min(checked_at) as oldest_check_at,
       count(*) filter (where condition = 'damaged') as damaged, count(*) filter (where condition = 'missing') as missing,
       count(*) filter (where repaired_at is not null) as repaired, count(*) filter (where mirrored_at is null) as unmirrored
     from blob where agency_id = :agencyId`,
    { agencyId, overdueSince },
    Summary,
  );
  if (!row) throw new Error('a count has one row');
  return row;
}

const Problem = z.object({
  sha256: z.string(),
  sizeBytes: z.number(),
  condition: z.enum(['sound', 'damaged', 'missing']),
  checkedAt: z.string().nullable(),
  repairedAt: z.string().nullable(),
});

/** Blobs that are bad, and those that once were, newest check first. */
export function listBlobProblems(tx: Tx, agencyId: string, limit: number): Promise<z.output<typeof Problem>[]> {
  return many(
    tx,
    `select sha256, size_bytes, condition, checked_at, repaired_at from blob
     where agency_id = :agencyId and (condition <> 'sound' or repaired_at is not null)
     order by (condition = 'sound'), coalesce(repaired_at, checked_at) desc limit :limit`,
    { agencyId, limit },
    Problem,
  );
}
