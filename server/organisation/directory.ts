import { businessDate, type BusinessDate } from '../business-time.ts';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import type { Desk } from './contract.ts';
import { findTimeZone, listDesks } from './queries.ts';

export {
  findClassification,
  findHolder,
  findLetterheadUnit,
  findPosition,
  findTimeZone,
  listLineAbove,
  listPlaces,
  listRoleDesks,
  listSecretaries,
  type PositionRow,
} from './queries.ts';

/** Today for the agency: the calendar day in its zone. */
export async function today(tx: Tx, deps: Pick<Deps, 'now'>, agencyId: string): Promise<BusinessDate> {
  return businessDate(deps.now(), await findTimeZone(tx, agencyId));
}

/** Desks by position id, in the order asked. */
export async function desksInOrder(
  tx: Tx,
  agencyId: string,
  date: string,
  positionIds: readonly string[],
): Promise<Desk[]> {
  const found = await listDesks(tx, { agencyId, date, positionIds });
  const byId = new Map(found.map((desk) => [desk.positionId, desk]));
  return positionIds.flatMap((id) => byId.get(id) ?? []);
}
