import type { Tx } from '../db.ts';
import { runIndexChain, runIndexIncoming, runRefreshRights } from './index-queries.ts';

/**
 * Brings the search rows of an incoming letter up to date with its content and its readers, in the transaction that
 * changed them. A letter of ours has one row, that of the letter itself; only its readers follow.
 */
export async function indexIncoming(tx: Tx, { id, letterId }: { id: string; letterId: string | null }): Promise<void> {
  if (letterId === null) await runIndexIncoming(tx, id);
  else await runRefreshRights(tx, letterId);
}

/** The same with its dispositions and reports: who reads one of them follows from the whole chain. */
export async function indexIncomingChain(tx: Tx, incoming: { id: string; letterId: string | null }): Promise<void> {
  await indexIncoming(tx, incoming);
  await indexChain(tx, incoming.id);
}

/** Dispositions and reports alone. */
export function indexChain(tx: Tx, incomingId: string): Promise<void> {
  return runIndexChain(tx, incomingId);
}
