import type { Tx } from '../db.ts';
import type { SearchHit } from './contract.ts';
import { describeHit } from './describe-hit.ts';
import { type HitRow, listHits } from './hit-queries.ts';
import type { Match } from './queries.ts';
import type { Searcher, SearchScope } from './search-scope.ts';

/** What the page shows of its matches, in their order. The right to read is asked once more where the content stands. */
export async function loadHits(
  tx: Tx,
  searcher: Searcher,
  scope: SearchScope,
  { matches, tsQuery }: { matches: readonly Match[]; tsQuery: string | null },
): Promise<SearchHit[]> {
  const { agencyId, opdId, rights } = scope;
  const rows = new Map<string, HitRow>();
  for (const kind of new Set(matches.map((match) => match.kind))) {
    const found = matches.filter((match) => match.kind === kind);
    const ids = found.map(({ entityId }) => entityId);
    const unitIds = found.map(({ unitId }) => unitId);
    const wanted = { agencyId, opdId, rights, tsQuery, ids, unitIds, positionId: searcher.positionId };
    for (const row of await listHits(tx, kind, wanted)) rows.set(row.id, row);
  }
  return matches.flatMap(({ entityId }) => {
    const row = rows.get(entityId);
    return row ? [describeHit(row)] : [];
  });
}
