import type { Tx } from '../db.ts';
import { enqueue } from '../outbox.ts';

/** A letter that is done goes to its file; also called when a done letter gets its classification afterwards. */
export async function enqueueFiling(
  tx: Tx,
  incoming: { agencyId: string; incomingId: string },
  now: Date,
): Promise<void> {
  await enqueue(tx, incoming.agencyId, 'records.file_incoming', { incomingId: incoming.incomingId }, { now });
}
