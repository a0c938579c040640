import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { loadForRegistry } from '../incoming/load-incoming.ts';
import { desksInOrder, today } from '../organisation/directory.ts';
import { listUnitHeads, listUsedDesks } from './context-queries.ts';
import type { listUsualDesksEndpoint } from './contract.ts';

type Usual = OutputOf<typeof listUsualDesksEndpoint>;

const MOST = 8;

/** What the sheet for directing (arahkan) a letter offers before a search. */
export function listUsualDesks(
  deps: Deps,
  actor: DeskActor,
  { incomingId }: InputOf<typeof listUsualDesksEndpoint>,
): Promise<Usual> {
  return read(deps, actor, async (tx) => {
    const { row } = await loadForRegistry(tx, actor, { incomingId, task: 'direct' });
    const { agencyId } = actor;
    const { date } = await today(tx, deps, agencyId);
    return { desks: await usualDesks(tx, { agencyId, unitId: row.unitId, date }) };
  });
}

/** Most used first, then the heads of the unit. */
export async function usualDesks(
  tx: Tx,
  { agencyId, unitId, date }: { agencyId: string; unitId: string; date: string },
): Promise<Usual['desks']> {
  const used = await listUsedDesks(tx, { agencyId, unitId, limit: MOST });
  const uses = new Map(used.map((desk) => [desk.positionId, desk.uses]));
  const deskIds = [...new Set([...uses.keys(), ...(await listUnitHeads(tx, { agencyId, unitId }))])].slice(0, MOST);
  const desks = await desksInOrder(tx, agencyId, date, deskIds);
  return desks.map((desk) => ({ ...desk, uses: uses.get(desk.positionId) ?? 0 }));
}
