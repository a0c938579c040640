import type { InputOf } from '../../../server/contract.ts';
import type { searchEndpoint, similarEndpoint, suggestEndpoint } from '../../../server/search/contract.ts';
import type {
  changeSavedEndpoint,
  listSavedEndpoint,
  removeSavedEndpoint,
  SavedSearch,
  saveSearchEndpoint,
  seeSavedEndpoint,
} from '../../../server/search/saved-contract.ts';
import { operation, type CallInput } from '../api/index.ts';
import { valuesOf } from './facets.ts';
import { readSearchState, type SearchState } from './search-state.ts';

export const search = operation<typeof searchEndpoint>('get', '/search');
export const suggest = operation<typeof suggestEndpoint>('get', '/search/suggestions');
export const findSimilar = operation<typeof similarEndpoint>('get', '/search/similar/:entryId');
export const listSaved = operation<typeof listSavedEndpoint>('get', '/saved-searches');
export const saveSearch = operation<typeof saveSearchEndpoint>('post', '/saved-searches');
export const changeSaved = operation<typeof changeSavedEndpoint>('put', '/saved-searches/:savedId');
export const removeSaved = operation<typeof removeSavedEndpoint>('delete', '/saved-searches/:savedId');
export const seeSaved = operation<typeof seeSavedEndpoint>('post', '/saved-searches/:savedId/seen');

/** Words and filters as the endpoints of search and export take them. */
export function wantedQuery(state: SearchState) {
  return {
    q: state.q ?? '',
    year: state.tahun,
    classification: state.klasifikasi,
    unit: state.unit,
    type: state.jenis,
    grade: state.sifat,
    retention: state.retensi,
    security: state.keamanan,
    from: state.dari,
    to: state.sampai,
    fileId: state.berkas,
  };
}

const sorts = { relevan: 'rank', terlama: 'oldest' } as const;

export function searchInput(state: SearchState): CallInput<typeof searchEndpoint> {
  return { query: { ...wantedQuery(state), sort: state.urut === undefined ? 'date' : sorts[state.urut] } };
}

/** What of a search is kept: words and filters, not the order and not the file it was made in. */
export function savedWanted(state: SearchState): InputOf<typeof saveSearchEndpoint>['wanted'] {
  return {
    q: state.q ?? '',
    year: valuesOf(state.tahun),
    classification: valuesOf(state.klasifikasi),
    unit: valuesOf(state.unit),
    type: valuesOf(state.jenis) as SavedSearch['wanted']['type'],
    grade: valuesOf(state.sifat) as SavedSearch['wanted']['grade'],
    retention: valuesOf(state.retensi) as SavedSearch['wanted']['retention'],
    security: valuesOf(state.keamanan) as SavedSearch['wanted']['security'],
    ...(state.dari === undefined ? {} : { from: state.dari }),
    ...(state.sampai === undefined ? {} : { to: state.sampai }),
  };
}

/** A kept search as the address has it. */
export function stateOfSaved({ id, wanted }: SavedSearch): SearchState {
  const joined = (values: readonly string[]) => values.join(',');
  return readSearchState({
    q: wanted.q,
    tahun: joined(wanted.year),
    klasifikasi: joined(wanted.classification),
    unit: joined(wanted.unit),
    jenis: joined(wanted.type),
    sifat: joined(wanted.grade),
    retensi: joined(wanted.retention),
    keamanan: joined(wanted.security),
    dari: wanted.from,
    sampai: wanted.to,
    simpanan: id,
  });
}
