import type { Tx } from '../db.ts';
import { listPlaces } from '../organisation/directory.ts';

/** Where a desk signs, for the signature's own data. */
export async function findPlace(tx: Tx, desk: { agencyId: string; positionId: string }): Promise<string> {
  const [found] = await listPlaces(tx, desk.agencyId, [desk.positionId]);
  return found?.place ?? '';
}
