import type { searchEndpoint } from '../../../server/search/contract.ts';
import { operation, type CallInput } from '../api/index.ts';
import type { SearchState } from './search-state.ts';

export const search = operation<typeof searchEndpoint>('get', '/search');

export function searchInput(state: SearchState): CallInput<typeof searchEndpoint> {
  return {
    query: {
      q: state.q ?? '',
      year: state.tahun,
      classification: state.klasifikasi,
      unit: state.unit,
      type: state.jenis,
      grade: state.sifat,
      security: state.keamanan,
      sort: state.urut === 'relevan' ? 'rank' : 'date',
    },
  };
}
