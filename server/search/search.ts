import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import { run, type Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { searchEndpoint } from './contract.ts';
import { describeFacets, FACETS } from './describe-facets.ts';
import { loadHits } from './load-hits.ts';
import { planSearch } from './plan-search.ts';
import { type FacetRow, listFacets, listMatches, type Match, type SearchRequest } from './queries.ts';
import { readSearchCursor, type SearchCursor, writeSearchCursor } from './search-cursor.ts';
import { inSearchTime, isTimeout, openSearch, type SearchScope } from './search-scope.ts';

type Input = InputOf<typeof searchEndpoint>;
type Found = OutputOf<typeof searchEndpoint>;

const CAP = 5000;

/** What this desk may read, newest first unless asked otherwise; rights are part of the query, counts stop at 5,000. */
export async function search(deps: Deps, actor: DeskActor, input: Input): Promise<Found> {
  const startedAt = performance.now();
  const cursor = readSearchCursor(input.after);
  const found = await inSearchTime(
    read(deps, actor, async (tx) => {
      const scope = await openSearch(tx, deps, actor);
      const request = await planSearch(tx, scope, input);
      const { matches, next } = await findPage(tx, request, input, cursor);
      const hits = await loadHits(tx, actor, scope, { matches, tsQuery: request.query });
      return { hits, next, ...(await countAround(tx, scope, request, input.facets === 'yes')) };
    }),
  );
  return { ...found, tookMs: Math.round(performance.now() - startedAt) };
}

async function findPage(
  tx: Tx,
  request: SearchRequest,
  input: Input,
  cursor: SearchCursor | undefined,
): Promise<{ matches: Match[]; next: string | null }> {
  const isRanked = input.sort === 'rank' && request.query !== null;
  const offset = cursor && 'offset' in cursor ? cursor.offset : 0;
  const place = cursor && 'afterId' in cursor ? cursor : { offset };
  const sort = input.sort === 'rank' && !isRanked ? 'date' : input.sort;
  const found = await listMatches(tx, { ...request, sort, limit: input.limit + 1, offset, ...place });
  const matches = found.slice(0, input.limit);
  const last = found.length > input.limit ? matches.at(-1) : undefined;
  return { matches, next: last ? writeSearchCursor(nextCursor(last, isRanked ? offset + input.limit : null)) : null };
}

function nextCursor(last: Match, offset: number | null): SearchCursor {
  return offset === null ? { afterDate: last.date, afterId: last.entityId } : { offset };
}

async function countAround(
  tx: Tx,
  scope: SearchScope,
  request: SearchRequest,
  isWanted: boolean,
): Promise<Pick<Found, 'total' | 'facets'>> {
  const counted = isWanted ? await countInTime(tx, request) : undefined;
  if (!counted) return { total: null, facets: null };
  const total = counted.find(({ facet }) => facet === '')?.matches ?? 0;
  return {
    total: { count: Math.min(total, CAP), isCapped: total > CAP },
    facets: await describeFacets(tx, scope.agencyId, counted),
  };
}

/** Counts that take too long are left out; the hits are shown all the same. */
async function countInTime(tx: Tx, request: SearchRequest): Promise<FacetRow[] | undefined> {
  await run(tx, 'savepoint before_counts', {});
  try {
    return await countFacets(tx, request);
  } catch (error) {
    if (!isTimeout(error)) throw error;
    await run(tx, 'rollback to savepoint before_counts', {});
    return undefined;
  }
}

/** One pass for all filters that are not set; beside a filter that is set stand the counts without it. */
async function countFacets(tx: Tx, request: SearchRequest): Promise<FacetRow[]> {
  const rows = await listFacets(tx, request, { skip: '', cap: CAP + 1 });
  const active = FACETS.filter((facet) => request[facet].length > 0);
  const others: FacetRow[] = [];
  for (const facet of active)
    others.push(...(await listFacets(tx, request, { skip: facet, cap: CAP + 1 })).filter((row) => row.facet === facet));
  return [...rows.filter((row) => !active.some((facet) => facet === row.facet)), ...others];
}
