import type { Tx } from '../db.ts';
import { buildTsQuery, wordsToStem } from './build-ts-query.ts';
import type { SearchWanted } from './contract.ts';
import { parseQuery, type SearchQuery } from './parse-query.ts';
import { listFileItems, listStems, type SearchRequest } from './queries.ts';
import type { SearchScope } from './search-scope.ts';

/** What the search functions of the database are asked; they take agency and rights from the transaction. */
export async function planSearch(tx: Tx, scope: SearchScope, wanted: SearchWanted): Promise<SearchRequest> {
  const { q, fileId, ...filters } = wanted;
  const parsed = parseQuery(q);
  return {
    ...filters,
    query: await tsQueryOf(tx, parsed),
    phrases: parsed.phrases,
    number: parsed.number,
    numberPart: parsed.numberPart,
    sender: parsed.sender,
    opd: scope.opdId,
    today: scope.today,
    ...(fileId === undefined ? {} : { inFile: await listFileItems(tx, { agencyId: scope.agencyId, fileId }) }),
  };
}

export async function tsQueryOf(tx: Tx, parsed: SearchQuery): Promise<string | null> {
  return buildTsQuery(parsed, await listStems(tx, wordsToStem(parsed)));
}

const NOTHING: SearchWanted = {
  q: '',
  year: [],
  classification: [],
  unit: [],
  type: [],
  grade: [],
  security: [],
  retention: [],
};

/** A search for words alone, without filters. */
export const wantedOf = (q: string): SearchWanted => ({ ...NOTHING, q });
