import { z } from 'zod';
import { many, one, run, type Tx } from '../server/db.ts';

const OutboxRow = z.object({
  id: z.uuid(),
  agencyId: z.uuid(),
  job: z.string(),
  payload: z.unknown(),
  attempts: z.number(),
});
export type OutboxRow = z.output<typeof OutboxRow>;

const isOpen = `done_at is null and failed_at is null`;

export function findOpenRow(tx: Tx, id: string): Promise<OutboxRow | undefined> {
  return one(
    tx,
    `select id, agency_id, job, payload, attempts from outbox where id = :id and ${isOpen}`,
    { id },
    OutboxRow,
  );
}

const Id = z.object({ id: z.uuid() });

/** Rows that are due, not in the queue and no longer on their way there, kept from other relays until the transaction ends. */
export async function lockDueRows(tx: Tx, due: { now: Date; announcedSince: Date; limit: number }): Promise<string[]> {
  const rows = await many(
    tx,
    `select id from outbox where dispatched_at is null and ${isOpen} and not_before <= :now
       and created_at <= :announcedSince
     order by not_before, id limit :limit for update skip locked`,
    due,
    Id,
  );
  return rows.map((row) => row.id);
}

export async function setDispatched(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await run(tx, `update outbox set dispatched_at = :now where id = any(:ids::uuid[])`, { ids, now });
}

/** The same for rows that were passed on without a lock: those that another relay holds, or that wait again since, stay. */
export async function setAnnouncedDispatched(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await run(
    tx,
    `update outbox set dispatched_at = :now where id in (
       select id from outbox
       where id = any(:ids::uuid[]) and dispatched_at is null and ${isOpen} and not_before <= :now for update skip locked)`,
    { ids, now },
  );
}

export async function listDispatched(tx: Tx, before: { before: Date; limit: number }): Promise<string[]> {
  const rows = await many(
    tx,
    `select id from outbox where dispatched_at <= :before and ${isOpen} order by dispatched_at limit :limit`,
    before,
    Id,
  );
  return rows.map((row) => row.id);
}

/** Puts rows back for the relay; one that was dispatched again in the meantime stays. */
export async function clearDispatched(tx: Tx, ids: readonly string[], before: Date): Promise<number> {
  return run(
    tx,
    `update outbox set dispatched_at = null where id = any(:ids::uuid[]) and dispatched_at <= :before and ${isOpen}`,
    { ids, before },
  );
}

export async function setRetry(
  tx: Tx,
  retry: { id: string; attempts: number; notBefore: Date; error: string },
): Promise<void> {
  await run(
    tx,
    `update outbox set dispatched_at = null, attempts = :attempts, not_before = :notBefore, last_error = :error
     where id = :id and ${isOpen}`,
    retry,
  );
}

export async function setFailed(
  tx: Tx,
  failed: { id: string; attempts: number; now: Date; error: string },
): Promise<void> {
  await run(
    tx,
    `update outbox set failed_at = :now, attempts = :attempts, last_error = :error where id = :id and ${isOpen}`,
    failed,
  );
}

/** The oldest due row, whether or not a queue carries it. */
export async function findNextDue(tx: Tx, now: Date): Promise<string | undefined> {
  const row = await one(
    tx,
    `select id from outbox where ${isOpen} and not_before <= :now order by not_before, id limit 1`,
    { now },
    Id,
  );
  return row?.id;
}
