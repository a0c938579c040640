import type { OutputOf } from '../../../server/contract.ts';
import type { searchEndpoint } from '../../../server/search/contract.ts';
import type { SearchState } from './search-state.ts';

export type Found = OutputOf<typeof searchEndpoint>;
export type FacetName = keyof Found['facets'];
export type FacetKey = Exclude<keyof SearchState, 'q' | 'urut'>;

export const facets: readonly { name: FacetName; key: FacetKey; title: string }[] = [
  { name: 'year', key: 'tahun', title: 'Tahun' },
  { name: 'classification', key: 'klasifikasi', title: 'Klasifikasi' },
  { name: 'unit', key: 'unit', title: 'Unit' },
  { name: 'type', key: 'jenis', title: 'Jenis' },
  { name: 'grade', key: 'sifat', title: 'Sifat' },
  { name: 'security', key: 'keamanan', title: 'Keamanan' },
];

export interface ChosenFacet {
  key: FacetKey;
  title: string;
  label: string;
}

/** The filters in force, in words; the value itself until an answer has named it. */
export function chosenFacets(state: SearchState, found: Found | undefined): ChosenFacet[] {
  return facets.flatMap(({ name, key, title }) => {
    const value = state[key];
    if (value === undefined) return [];
    const known = found?.facets[name].find((option) => option.value === String(value));
    return [{ key, title, label: known?.label ?? String(value) }];
  });
}
