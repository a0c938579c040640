import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { similarEndpoint } from './contract.ts';
import { loadHits } from './load-hits.ts';
import { planSearch, wantedOf } from './plan-search.ts';
import { findTerms, listMatches } from './queries.ts';
import { inSearchTime, openSearch } from './search-scope.ts';

/** Entries that share the telling words of this one: rare words of its title first, then those it uses most. */
export function findSimilar(
  deps: Deps,
  actor: DeskActor,
  { entryId, limit }: InputOf<typeof similarEndpoint>,
): Promise<OutputOf<typeof similarEndpoint>> {
  return inSearchTime(
    read(deps, actor, async (tx) => {
      const scope = await openSearch(tx, deps, actor);
      const terms = await findTerms(tx, entryId);
      if (terms === undefined) throw new AppError('not_found');
      if (terms.length === 0) return { hits: [] };
      const planned = await planSearch(tx, scope, wantedOf(''));
      const type = ['surat_dinas', 'nota_dinas', 'surat_masuk', 'dokumen'];
      // Lexemes hold letters and digits only, so quoting needs no escapes.
      const query = terms.map((term) => `'${term}'`).join(' | ');
      const request = { ...planned, query, type, notId: entryId, sort: 'rank', limit, offset: 0 };
      const matches = await listMatches(tx, request);
      return { hits: await loadHits(tx, actor, scope, { matches, tsQuery: null }) };
    }),
  );
}
