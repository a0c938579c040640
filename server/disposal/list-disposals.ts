import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { readCursor, writeCursor } from '../keyset.ts';
import type { listDisposalsEndpoint } from './contract.ts';
import { labelOf } from './disposal-command.ts';
import { isRegionalHead } from './party-queries.ts';
import { countWaiting, listDisposalRows } from './queries.ts';

export async function listDisposals(
  deps: Deps,
  actor: DeskActor,
  { state, after, limit }: InputOf<typeof listDisposalsEndpoint>,
): Promise<OutputOf<typeof listDisposalsEndpoint>> {
  const cursor = readCursor(after);
  return read(deps, actor, async (tx) => {
    const desk = await deskOf(tx, actor);
    const place = { afterAt: cursor?.at ?? null, afterId: cursor?.id ?? null, limit: limit + 1 };
    const rows = await listDisposalRows(tx, { ...desk, isOpen: state === 'open', ...place });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      disposals: shown.map(({ number, year, ...row }) => ({ ...row, label: labelOf({ number, year }) })),
      next: last ? writeCursor({ at: last.createdAt, id: last.id }) : null,
      waiting: await countDisposalsWaiting(tx, actor),
    };
  });
}

/** How many proposals wait for this desk. */
export async function countDisposalsWaiting(tx: Tx, actor: DeskActor): Promise<number> {
  return countWaiting(tx, { ...(await deskOf(tx, actor)), isOpen: true });
}

async function deskOf(tx: Tx, actor: DeskActor) {
  const { agencyId, positionId, personId, roles } = actor;
  return {
    agencyId,
    positionId,
    personId,
    unitIds: roles.filter(({ role }) => role === 'archivist').map(({ unitId }) => unitId),
    isRegionalHead: await isRegionalHead(tx, { agencyId, positionId }),
  };
}
