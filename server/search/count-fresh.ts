import type { Tx } from '../db.ts';
import { readerOf } from '../letters/reading-right.ts';
import { planSearch } from './plan-search.ts';
import { countMatches } from './queries.ts';
import type { SavedSearch, SavedWanted } from './saved-contract.ts';
import { listGrantedSince } from './saved-queries.ts';
import type { Searcher, SearchScope } from './search-scope.ts';

const CAP = 99;

/** What a kept search finds that came, or came to this desk, since a moment. */
export async function countFresh(
  tx: Tx,
  searcher: Searcher,
  scope: SearchScope,
  { wanted, since }: { wanted: SavedWanted; since: string },
): Promise<SavedSearch['fresh']> {
  const { agencyId, positionId, personId } = searcher;
  const unitRoles = readerOf(searcher).unitRoles;
  const sinceIds = await listGrantedSince(tx, { agencyId, positionId, personId, unitRoles, since });
  const request = { ...(await planSearch(tx, scope, wanted)), since, sinceIds };
  const count = await countMatches(tx, request, CAP + 1);
  return { count: Math.min(count, CAP), isCapped: count > CAP };
}
