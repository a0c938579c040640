import type { Tx } from '../db.ts';
import { listFacetLabels, type FacetRow } from './queries.ts';

export const FACETS = ['year', 'classification', 'unit', 'type', 'grade', 'retention', 'security'] as const;
export type Facet = (typeof FACETS)[number];
type Facets = Record<Facet, { value: string; label: string; count: number }[]>;

const MOST_VALUES = 30;
const WORDS: Record<string, string> = {
  surat_dinas: 'Surat dinas',
  nota_dinas: 'Nota dinas',
  surat_masuk: 'Surat masuk',
  disposisi: 'Disposisi',
  laporan: 'Laporan tindak lanjut',
  dokumen: 'Dokumen lain',
  active: 'Aktif',
  inactive: 'Inaktif',
  permanent: 'Permanen',
  due: 'Usul musnah',
  handed_over: 'Diserahkan',
  destroyed: 'Dimusnahkan',
  biasa: 'Biasa',
  segera: 'Segera',
  sangat_segera: 'Sangat segera',
  B: 'Terbuka',
  T: 'Terbatas',
  R: 'Rahasia',
  SR: 'Sangat rahasia',
};

/** Counts with the words people read; years newest first, everything else by count. */
export async function describeFacets(tx: Tx, agencyId: string, rows: readonly FacetRow[]): Promise<Facets> {
  const valuesOf = (facet: Facet) => rows.filter((row) => row.facet === facet && row.value !== '');
  const known = await listFacetLabels(tx, {
    agencyId,
    unitIds: valuesOf('unit').map(({ value }) => value),
    codes: valuesOf('classification').map(({ value }) => value),
  });
  const labels = new Map(known.map(({ value, label }) => [value, label]));
  const entries = FACETS.map((facet) => {
    const described = valuesOf(facet)
      .map(({ value, matches }) => ({ value, label: labels.get(value) ?? WORDS[value] ?? value, count: matches }))
      .sort((left, right) =>
        facet === 'year'
          ? right.value.localeCompare(left.value)
          : right.count - left.count || left.label.localeCompare(right.label, 'id'),
      );
    return [facet, described.slice(0, MOST_VALUES)] as const;
  });
  return Object.fromEntries(entries) as Facets;
}
