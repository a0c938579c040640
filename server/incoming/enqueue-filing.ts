import type { Tx } from '../db.ts';
import { enqueue } from '../outbox.ts';

/** Sends a finished letter to its file. */
export async function enqueueFiling(
  tx: Tx,
  incoming: { agencyId: string; incomingId: string; letterId: string | null },
  now: Date,
): Promise<void> {
  const { agencyId, letterId } = incoming;
  if (letterId !== null) await enqueue(tx, agencyId, 'records.file', { letterId }, { now });
}
