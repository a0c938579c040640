import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { suggestEndpoint } from './contract.ts';
import { loadHits } from './load-hits.ts';
import { parseQuery, type SearchQuery } from './parse-query.ts';
import { planSearch, wantedOf } from './plan-search.ts';
import { listFileTitles, listSuggestions, type Match } from './queries.ts';
import { inSearchTime, openSearch, type SearchScope } from './search-scope.ts';

type Suggested = OutputOf<typeof suggestEndpoint>['items'];

const SHORTEST = 2;

/** What the words being typed may become; rights are part of each query, so nothing shows that the desk could not find. */
export function suggest(
  deps: Deps,
  actor: DeskActor,
  { q }: InputOf<typeof suggestEndpoint>,
): Promise<OutputOf<typeof suggestEndpoint>> {
  if (q.length < SHORTEST) return Promise.resolve({ items: [] });
  return inSearchTime(
    read(deps, actor, async (tx) => {
      const scope = await openSearch(tx, deps, actor);
      const files = await suggestFiles(tx, actor, q);
      return { items: [...(await suggestEntries(tx, actor, scope, parseQuery(q), q)), ...files] };
    }),
  );
}

async function suggestEntries(
  tx: Tx,
  actor: DeskActor,
  scope: SearchScope,
  ...[parsed, q]: [SearchQuery, string]
): Promise<Suggested> {
  const planned = await planSearch(tx, scope, wantedOf(q));
  const numberPart = parsed.numberPart ?? parsed.number;
  const text = numberPart ?? parsed.sender ?? q;
  const rows = await listSuggestions(tx, { ...planned, numberPart, text, titleQuery: titleQueryOf(parsed) });
  const matches = rows.flatMap(({ entityId, entityKind: kind, entityUnit: unitId }): Match[] =>
    entityId === null || kind === null || unitId === null ? [] : [{ entityId, kind, unitId, date: '' }],
  );
  const hits = await loadHits(tx, actor, scope, { matches, tsQuery: null });
  return rows.flatMap(({ kind, value, entityId }): Suggested => {
    if (entityId === null) return [{ kind, text: value, path: null }];
    const hit = hits.find(({ id }) => id === entityId);
    return hit ? [{ kind, text: value, path: hit.path }] : [];
  });
}

/** Words of the title alone; the last one may go on. */
function titleQueryOf({ words }: SearchQuery): string | null {
  if (words.length === 0) return null;
  return words.map((word, index) => `'${word}':${index === words.length - 1 ? '*' : ''}A`).join(' & ');
}

async function suggestFiles(tx: Tx, actor: DeskActor, q: string): Promise<Suggested> {
  const archivistUnits = actor.roles.filter(({ role }) => role === 'archivist').map(({ unitId }) => unitId);
  const { agencyId, opdId } = actor;
  const rows = await listFileTitles(tx, { agencyId, opdId, archivistUnits, words: q, limit: 3 });
  return rows.map(({ id, title, number, year }) => ({
    kind: 'file',
    text: `${String(number).padStart(3, '0')}/${String(year)} ${title}`,
    path: `/berkas/${id}`,
  }));
}
