import type { CsvRow } from './read-csv.ts';
import { refuse } from './read-csv.ts';

export type Column =
  'code' | 'name' | 'parent' | 'active' | 'inactive' | 'fate' | 'trigger' | 'note' | 'security' | 'access';

/** Headings that people write, letters and digits only. */
const HEADINGS: Record<Column, readonly string[]> = {
  code: ['code', 'kode', 'kode klasifikasi', 'kode arsip', 'kode klasifikasi arsip', 'classification code'],
  name: ['name', 'nama', 'nama klasifikasi', 'uraian', 'uraian klasifikasi', 'jenis arsip', 'klasifikasi', 'judul'],
  parent: ['parent', 'parent code', 'induk', 'kode induk'],
  active: ['retensi aktif', 'aktif', 'jangka simpan aktif', 'active', 'active retention'],
  inactive: ['retensi inaktif', 'inaktif', 'jangka simpan inaktif', 'inactive', 'inactive retention'],
  fate: ['nasib akhir', 'nasib', 'tindakan akhir', 'final action'],
  trigger: ['peristiwa', 'pemicu', 'trigger event', 'trigger'],
  note: ['keterangan', 'pengecualian', 'catatan', 'exception note', 'note'],
  security: ['keamanan', 'kelas keamanan', 'klasifikasi keamanan', 'security class', 'security'],
  access: ['akses', 'hak akses', 'access', 'access note'],
};
/** Columns whose heading says that plain numbers are years. */
const IN_YEARS: Record<string, Column> = {
  'active years': 'active',
  'inactive years': 'inactive',
  'retensi aktif tahun': 'active',
  'retensi inaktif tahun': 'inactive',
  'aktif tahun': 'active',
  'inaktif tahun': 'inactive',
};
const BY_HEADING = new Map<string, Column>([
  ...Object.entries(HEADINGS).flatMap(([column, headings]) =>
    headings.map((heading) => [heading, column as Column] as const),
  ),
  ...Object.entries(IN_YEARS),
]);
/** Without headings a classification has three columns and a schedule four or five. */
const ORDERS: readonly (readonly Column[])[] = [
  ['code', 'name', 'parent'],
  ['code', 'active', 'inactive', 'fate', 'note'],
];

export const CODE = /^\d{3}(?:\.\d+)*$/u;

export interface Columns {
  /** Column to its place in a row. */
  places: ReadonlyMap<Column, number>;
  /** Columns whose plain numbers are years. */
  inYears: ReadonlySet<Column>;
  /** As the file writes them; empty without a line of headings. */
  headings: string[];
  ignored: string[];
  rows: readonly CsvRow[];
}

/**
 * Finds what each column stands for, by its heading or, without a line of headings, by its place.
 * @throws AppError `invalid_input`
 */
export function readColumns(rows: readonly CsvRow[]): Columns {
  const first = rows[0]?.cells ?? [];
  return first.some((cell) => BY_HEADING.get(plain(cell)) === 'code') ? byHeading(rows, first) : byPlace(rows, first);
}

function byHeading(rows: readonly CsvRow[], first: readonly string[]): Columns {
  const places = new Map<Column, number>();
  const inYears = new Set<Column>();
  for (const [place, heading] of first.entries()) {
    const column = BY_HEADING.get(plain(heading));
    if (column === undefined) continue;
    if (places.has(column)) refuse(`Kolom "${heading}" ada dua kali. Hapus salah satunya.`);
    places.set(column, place);
    if (plain(heading) in IN_YEARS) inYears.add(column);
  }
  noteIsFate(places);
  requireWhole(places);
  const ignored = first.filter((heading) => heading !== '' && !BY_HEADING.has(plain(heading)));
  const headings = first.filter((heading) => BY_HEADING.has(plain(heading)));
  return { places, inYears, headings, ignored, rows: rows.slice(1) };
}

/** Printed schedules name the final action "Keterangan". */
function noteIsFate(places: Map<Column, number>): void {
  const note = places.get('note');
  if (!places.has('active') || places.has('fate') || note === undefined) return;
  places.delete('note');
  places.set('fate', note);
}

function requireWhole(places: ReadonlyMap<Column, number>): void {
  const rule = (['active', 'inactive', 'fate'] as const).filter((column) => places.has(column));
  if (rule.length > 0 && rule.length < 3)
    refuse('Retensi perlu tiga kolom: retensi_aktif, retensi_inaktif, dan nasib_akhir. Lengkapi kolomnya.');
  if (rule.length === 0 && !places.has('name') && !places.has('security') && !places.has('access'))
    refuse('Selain kode perlu kolom nama (klasifikasi) atau retensi_aktif, retensi_inaktif, nasib_akhir (JRA).');
}

function byPlace(rows: readonly CsvRow[], first: readonly string[]): Columns {
  const order = ORDERS.find(({ length }) => first.length <= length);
  if (order === undefined || !CODE.test(first[0] ?? ''))
    return refuse(
      'Judul kolom tidak dikenal. Baris pertama harus berisi judul seperti kode, nama, induk atau kode, retensi_aktif, retensi_inaktif, nasib_akhir.',
    );
  const places = new Map(order.slice(0, first.length).map((column, place) => [column, place]));
  return { places, inYears: new Set(), headings: [], ignored: [], rows };
}

function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
}
