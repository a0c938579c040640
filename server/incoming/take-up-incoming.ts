import type { Tx } from '../db.ts';
import { setSettled, setStatus } from './desk-queries.ts';
import { type IncomingStatus, nextIncomingStatus } from './states.ts';

/** A disposition of the letter is on its way: work has begun, also anew on a letter that was done. Settles the desk that gave it. */
export async function takeUpIncoming(
  tx: Tx,
  incoming: { agencyId: string; id: string; status: IncomingStatus },
  by: { positionId: string | null; now: Date },
): Promise<void> {
  const key = { agencyId: incoming.agencyId, incomingId: incoming.id };
  const next = nextIncomingStatus(incoming.status, 'dispose');
  if (next !== undefined && next !== incoming.status) await setStatus(tx, { ...key, status: next });
  if (by.positionId !== null) await setSettled(tx, { ...key, positionId: by.positionId, now: by.now });
}
