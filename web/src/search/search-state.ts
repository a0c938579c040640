import type { SearchHit } from '../../../server/search/contract.ts';

/** What is asked of the archive, as it stands in the address. */
export interface SearchState {
  q?: string | undefined;
  tahun?: number | undefined;
  klasifikasi?: string | undefined;
  unit?: string | undefined;
  jenis?: SearchHit['type'] | undefined;
  sifat?: SearchHit['handlingGrade'] | undefined;
  keamanan?: SearchHit['securityClass'] | undefined;
  urut?: 'relevan' | undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value) === '' ? undefined : String(value);
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((one) => one === value);
}

function yearOf(value: unknown): number | undefined {
  const year = Number(value);
  return Number.isInteger(year) && year >= 1990 && year <= 2200 ? year : undefined;
}

/** Leaves out what an old or mistyped address carries. */
export function readSearchState(search: Record<string, unknown>): SearchState {
  return {
    q: textOf(search['q'])?.slice(0, 200),
    tahun: yearOf(search['tahun']),
    klasifikasi: textOf(search['klasifikasi']),
    unit: textOf(search['unit']),
    jenis: oneOf(search['jenis'], ['surat_dinas', 'nota_dinas']),
    sifat: oneOf(search['sifat'], ['biasa', 'segera', 'sangat_segera']),
    keamanan: oneOf(search['keamanan'], ['B', 'T', 'R', 'SR']),
    urut: oneOf(search['urut'], ['relevan']),
  };
}
