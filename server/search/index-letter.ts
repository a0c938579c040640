import type { Tx } from '../db.ts';
import { runIndexLetter, runRefreshRights } from './index-queries.ts';

/** Makes a signed letter findable, or brings its search row up to date; in the transaction that accepts the signature. */
export async function indexLetter(tx: Tx, _agencyId: string, letterId: string): Promise<void> {
  if (!(await runIndexLetter(tx, letterId))) throw new Error(`letter ${letterId} is not signed and cannot be indexed`);
}

/** Copies new grants into the search row; nothing to do while the letter is not indexed. */
export async function refreshRights(tx: Tx, _agencyId: string, letterId: string): Promise<void> {
  await runRefreshRights(tx, letterId);
}
