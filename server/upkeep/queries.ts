import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';

const AgencyId = z.object({ id: z.uuid() });

export async function listAgencyIds(tx: Tx): Promise<string[]> {
  return (await many(tx, `select id from agency order by id`, {}, AgencyId)).map((row) => row.id);
}

export function deleteExpiredSessions(tx: Tx, now: Date): Promise<number> {
  return run(tx, `delete from session where expires_at <= :now`, { now });
}

/** Counts of attempts whose time is over; the limiter keeps them in milliseconds. */
export function deleteExpiredThrottles(tx: Tx, now: Date): Promise<number> {
  return run(tx, `delete from throttle where expire < :now`, { now: now.getTime() });
}

export function deleteOldHints(tx: Tx, before: Date): Promise<number> {
  return run(tx, `delete from hint where created_at < :before`, { before });
}

export function deleteOldKeys(tx: Tx, agencyId: string, before: Date): Promise<number> {
  return run(tx, `delete from idempotency where agency_id = :agencyId and created_at < :before`, { agencyId, before });
}

export function deleteDoneOutbox(tx: Tx, before: Date): Promise<number> {
  return run(
    tx,
    `delete from outbox where id in (select id from outbox where done_at < :before order by id limit 1000)`,
    { before },
  );
}

const BlobKey = z.object({ sha256: z.string() });

/** Forgets blobs that nothing refers to; their bytes go after the commit. */
export async function deleteUnusedBlobs(tx: Tx, agencyId: string, before: Date): Promise<string[]> {
  const rows = await many(
    tx,
    `delete from blob b where b.agency_id = :agencyId and b.created_at < :before
       and not exists (select from blob_ref r where r.agency_id = b.agency_id and r.sha256 = b.sha256)
     returning sha256`,
    { agencyId, before },
    BlobKey,
  );
  return rows.map((row) => row.sha256);
}

export async function setHeartbeat(tx: Tx, name: string, now: Date): Promise<void> {
  await run(
    tx,
    `insert into heartbeat (process, beat_at) values (:name, :now) on conflict (process) do update set beat_at = excluded.beat_at`,
    { name, now },
  );
}

const Beat = z.object({ beatAt: z.string() });

export async function findHeartbeat(tx: Tx, name: string): Promise<Date | undefined> {
  const row = await one(tx, `select beat_at from heartbeat where process = :name`, { name }, Beat);
  return row && new Date(row.beatAt);
}
