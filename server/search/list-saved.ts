import { read } from '../command.ts';
import type { OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { countFresh } from './count-fresh.ts';
import type { listSavedEndpoint, SavedSearch } from './saved-contract.ts';
import { listSavedRows, type SavedRow } from './saved-queries.ts';
import { inSearchTime, openSearch, type SearchScope } from './search-scope.ts';

/** The searches this person keeps at this desk, in the order they were saved. */
export function listSaved(deps: Deps, actor: DeskActor): Promise<OutputOf<typeof listSavedEndpoint>> {
  const { agencyId, positionId, personId } = actor;
  return inSearchTime(
    read(deps, actor, async (tx) => {
      const rows = await listSavedRows(tx, { agencyId, positionId, personId });
      const scope = await openSearch(tx, deps, actor);
      const items: SavedSearch[] = [];
      for (const row of rows) items.push(await describeSaved(tx, actor, scope, row));
      return { items };
    }),
  );
}

export async function describeSaved(
  tx: Tx,
  actor: DeskActor,
  scope: SearchScope,
  { seenAt, ...saved }: SavedRow,
): Promise<SavedSearch> {
  return { ...saved, fresh: await countFresh(tx, actor, scope, { wanted: saved.wanted, since: seenAt }) };
}
