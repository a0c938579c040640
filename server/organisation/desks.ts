import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { desksInOrder, today } from './directory.ts';
import type { Classification, Desk, searchClassificationsEndpoint, searchDesksEndpoint } from './contract.ts';
import {
  findPosition,
  listLineAbove,
  searchClassifications as findByWords,
  searchDesks as findDesks,
} from './queries.ts';

export function searchDesks(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof searchDesksEndpoint>,
): Promise<{ desks: Desk[] }> {
  return read(deps, actor, async (tx) => {
    const { date } = await today(tx, deps, actor.agencyId);
    return { desks: await findDesks(tx, { agencyId: actor.agencyId, date, words: input.q, limit: input.limit }) };
  });
}

export function searchClassifications(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof searchClassificationsEndpoint>,
): Promise<{ classifications: Classification[] }> {
  return read(deps, actor, async (tx) => ({
    classifications: await findByWords(tx, { agencyId: actor.agencyId, words: input.q, limit: input.limit }),
  }));
}

/** Structural officials above the desk, nearest first; the desk itself when it heads a unit. */
export function listSignatories(deps: Deps, actor: DeskActor): Promise<{ signatories: Desk[] }> {
  return read(deps, actor, async (tx) => {
    const { date } = await today(tx, deps, actor.agencyId);
    const own = await findPosition(tx, actor.agencyId, actor.positionId);
    const line = await listLineAbove(tx, { agencyId: actor.agencyId, positionId: actor.positionId, date });
    const ids = [
      ...(own?.isUnitHead ? [own.id] : []),
      ...line.filter((position) => position.kind === 'structural').map((position) => position.positionId),
    ];
    return { signatories: await desksInOrder(tx, actor.agencyId, date, ids) };
  });
}
