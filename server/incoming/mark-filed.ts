import type { Tx } from '../db.ts';
import { hint } from '../notifications/notify.ts';
import { setFiled } from './filing-queries.ts';
import { listAddressees } from './queries.ts';

/** Ends a letter that is done, and tells the browsers of its desks; false when it is not done, or filed already. */
export async function markFiled(tx: Tx, filed: { agencyId: string; incomingId: string; now: Date }): Promise<boolean> {
  const { agencyId, incomingId, now } = filed;
  if (!(await setFiled(tx, { agencyId, incomingId }))) return false;
  const desks = await listAddressees(tx, { agencyId, incomingId });
  const positionIds = [...new Set(desks.map(({ positionId }) => positionId))];
  if (positionIds.length > 0) await hint(tx, { agencyId, kind: 'incoming', entityId: incomingId, positionIds, now });
  return true;
}
