import { useNavigate, useSearch } from '@tanstack/react-router';
import type { SearchHit } from '../../../server/search/contract.ts';
import type { SavedSearch } from '../../../server/search/saved-contract.ts';
import { useCommand, useOperation } from '../api/index.ts';
import type { FacetKey } from './facets.ts';
import { listSaved, seeSaved, stateOfSaved } from './search-operations.ts';
import type { SearchState } from './search-state.ts';

/** Changes of words and filters go to the address, and come back from there. */
export function useSearchState() {
  const state = useSearch({ from: '/meja/arsip' });
  const navigate = useNavigate({ from: '/arsip' });
  const change = (part: SearchState) => void navigate({ search: { ...state, simpanan: undefined, ...part } });
  return {
    state,
    change,
    drop: (key: FacetKey) => change({ [key]: undefined }),
    clear: () => void navigate({ search: { q: state.q, urut: state.urut, berkas: state.berkas } }),
    show: (next: SearchState) => void navigate({ search: next }),
    open: (hit: SearchHit) => void navigate({ href: hit.path }),
  };
}

/** The kept searches; opening one counts as having seen what it finds. */
export function useSaved(state: SearchState, show: (next: SearchState) => void) {
  const saved = useOperation(listSaved, {}, { keepPrevious: true, refetchIntervalMs: 300_000 }).data?.items ?? [];
  const seen = useCommand(seeSaved, { refresh: ['saved-searches'] });
  const open = (one: SavedSearch) => {
    show({ ...stateOfSaved(one), urut: state.urut });
    if (one.fresh.count > 0) seen.press({ params: { savedId: one.id } });
  };
  return { saved, open };
}
