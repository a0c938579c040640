import { read } from '../command.ts';
import type { OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { countFresh } from './count-fresh.ts';
import type { listSavedEndpoint, SavedSearch } from './saved-contract.ts';
import { listSavedRows, type SavedRow } from './saved-queries.ts';
import { inSearchTime, openSearch, type SearchScope } from './search-scope.ts';

/** The searches this person keeps at this desk, in the order they were saved. */
export async function listSaved(deps: Deps, actor: DeskActor): Promise<OutputOf<typeof listSavedEndpoint>> {
  const { agencyId, positionId, personId } = actor;
  const rows = await read(deps, actor, (tx) => listSavedRows(tx, { agencyId, positionId, personId }));
  const items: SavedSearch[] = [];
  for (const row of rows) items.push(await describeAlone(deps, actor, row));
  return { items };
}

/** One that takes too long is listed all the same: it must be possible to remove it. */
function describeAlone(deps: Deps, actor: DeskActor, row: SavedRow): Promise<SavedSearch> {
  return inSearchTime(
    read(deps, actor, async (tx) => describeSaved(tx, actor, await openSearch(tx, deps, actor), row)),
  ).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'unavailable') throw error;
    const { seenAt: _seenAt, ...saved } = row;
    return { ...saved, fresh: { count: 0, isCapped: true } };
  });
}

export async function describeSaved(
  tx: Tx,
  actor: DeskActor,
  scope: SearchScope,
  { seenAt, ...saved }: SavedRow,
): Promise<SavedSearch> {
  return { ...saved, fresh: await countFresh(tx, actor, scope, { wanted: saved.wanted, since: seenAt }) };
}
