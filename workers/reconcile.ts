import type { Db } from '../server/db.ts';
import { clearDispatched, listDispatched } from './outbox-queries.ts';
import type { JobQueue } from './queue.ts';

const BATCH = 500;
/** Younger rows are on their way. */
const SETTLING_MS = 5000;

/**
 * The queue may be wiped at any time: rows that were dispatched, are not done, and neither wait nor run in the queue go
 * back to the relay. Returns how many.
 */
export async function reconcile(parts: { db: Db; queue: JobQueue; now: () => Date }): Promise<number> {
  const before = new Date(parts.now().getTime() - SETTLING_MS);
  const ids = await parts.db.transaction({ agencyId: null }, (tx) => listDispatched(tx, { before, limit: BATCH }));
  if (ids.length === 0) return 0;
  const live = await parts.queue.keepLive(ids);
  const lost = ids.filter((id) => !live.has(id));
  if (lost.length === 0) return 0;
  return parts.db.transaction({ agencyId: null }, (tx) => clearDispatched(tx, lost, before));
}
