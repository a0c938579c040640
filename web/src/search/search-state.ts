/** What is asked of the archive, as it stands in the address; several values of one filter are parted by commas. */
export interface SearchState {
  q?: string | undefined;
  tahun?: string | undefined;
  klasifikasi?: string | undefined;
  unit?: string | undefined;
  jenis?: string | undefined;
  sifat?: string | undefined;
  retensi?: string | undefined;
  keamanan?: string | undefined;
  dari?: string | undefined;
  sampai?: string | undefined;
  /** Search within one file (berkas). */
  berkas?: string | undefined;
  /** The kept search that this one came from. */
  simpanan?: string | undefined;
  urut?: 'relevan' | 'terlama' | undefined;
}

const allowed = {
  jenis: ['surat_dinas', 'nota_dinas', 'surat_masuk', 'disposisi', 'laporan', 'dokumen'],
  sifat: ['biasa', 'segera', 'sangat_segera'],
  retensi: ['active', 'inactive', 'permanent', 'due', 'handed_over', 'destroyed'],
  keamanan: ['B', 'T', 'R', 'SR'],
} as const;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const year = /^(?:19|20|21)\d\d$/u;
const code = /^[\w.]{1,30}$/u;
const day = /^\d{4}-\d{2}-\d{2}$/u;

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value) === '' ? undefined : String(value);
}

function only(value: unknown, fits: (part: string) => boolean): string | undefined {
  const parts = (textOf(value) ?? '').split(',').filter((part) => part !== '' && fits(part));
  return parts.length === 0 ? undefined : [...new Set(parts)].slice(0, 40).join(',');
}

const among = (list: readonly string[]) => (part: string) => list.includes(part);
const like = (pattern: RegExp) => (part: string) => pattern.test(part);

function dayOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && day.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

/** Leaves out what an old or mistyped address carries. */
export function readSearchState(search: Record<string, unknown>): SearchState {
  const urut = search['urut'];
  return {
    q: textOf(search['q'])?.slice(0, 200),
    tahun: only(search['tahun'], like(year)),
    klasifikasi: only(search['klasifikasi'], like(code)),
    unit: only(search['unit'], like(uuid)),
    jenis: only(search['jenis'], among(allowed.jenis)),
    sifat: only(search['sifat'], among(allowed.sifat)),
    retensi: only(search['retensi'], among(allowed.retensi)),
    keamanan: only(search['keamanan'], among(allowed.keamanan)),
    dari: dayOf(search['dari']),
    sampai: dayOf(search['sampai']),
    berkas: only(search['berkas'], like(uuid))?.split(',')[0],
    simpanan: only(search['simpanan'], like(uuid))?.split(',')[0],
    urut: urut === 'relevan' || urut === 'terlama' ? urut : undefined,
  };
}
