import type { OutputOf } from '../../../server/contract.ts';
import type { searchEndpoint } from '../../../server/search/contract.ts';
import type { SearchState } from './search-state.ts';

export type Found = OutputOf<typeof searchEndpoint>;
export type Facets = NonNullable<Found['facets']>;
export type FacetName = keyof Facets;
export type FacetKey = 'tahun' | 'klasifikasi' | 'unit' | 'jenis' | 'sifat' | 'retensi' | 'keamanan';

export const facets: readonly { name: FacetName; key: FacetKey; title: string }[] = [
  { name: 'year', key: 'tahun', title: 'Tahun' },
  { name: 'classification', key: 'klasifikasi', title: 'Klasifikasi' },
  { name: 'unit', key: 'unit', title: 'Unit' },
  { name: 'type', key: 'jenis', title: 'Jenis' },
  { name: 'grade', key: 'sifat', title: 'Sifat' },
  { name: 'retention', key: 'retensi', title: 'Retensi' },
  { name: 'security', key: 'keamanan', title: 'Keamanan' },
];

export interface ChosenFacet {
  key: FacetKey;
  title: string;
  /** The values in words, parted by commas. */
  label: string;
}

export const valuesOf = (text: string | undefined): string[] => (text === undefined ? [] : text.split(','));

/** The filter with one value more or less; undefined when none is left. */
export function toggled(text: string | undefined, value: string): string | undefined {
  const values = valuesOf(text);
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return next.length === 0 ? undefined : next.join(',');
}

/** The filters in force, in words; the value itself until an answer has named it. */
export function chosenFacets(state: SearchState, found: Facets | null | undefined): ChosenFacet[] {
  return facets.flatMap(({ name, key, title }) => {
    const values = valuesOf(state[key]);
    if (values.length === 0) return [];
    const labels = values.map((value) => found?.[name].find((option) => option.value === value)?.label ?? value);
    return [{ key, title, label: labels.join(', ') }];
  });
}
