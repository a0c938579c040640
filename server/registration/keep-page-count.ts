import type { Tx } from '../db.ts';
import { loadForAgency } from '../incoming/load-incoming.ts';
import { findRegistrationOf, setPageCount } from './registration-queries.ts';

/** The letter that was registered from a queue item, locked; null while there is none. */
export async function lockRegistrationOf(tx: Tx, item: { agencyId: string; intakeId: string }): Promise<string | null> {
  const found = await findRegistrationOf(tx, item);
  if (found === undefined) return null;
  await loadForAgency(tx, item, found.id);
  return found.id;
}

/** Pages of a letter that was registered before they were read. */
export function keepPageCount(
  tx: Tx,
  letter: { agencyId: string; incomingId: string; pageCount: number },
): Promise<void> {
  return setPageCount(tx, letter);
}
