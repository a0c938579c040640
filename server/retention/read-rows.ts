import { SecurityClass } from '../letters/contract.ts';
import { CODE, readColumns, type Column, type Columns } from './read-columns.ts';
import { readCsv } from './read-csv.ts';
import type { ImportSlot, RefusedRow, RetentionRule } from './retention-shapes.ts';
import { isUnclear, readFate, readPeriod, readTrigger, type Unclear } from './retention-words.ts';

/** What a row says of a code; a column that the file has not is left out. */
export interface ImportRow {
  line: number;
  code: string;
  name?: string;
  parentCode?: string | null;
  /** Null: the row leaves its retention blank. */
  rule?: RetentionRule | null;
  securityClass?: SecurityClass;
  accessNote?: string;
}

export interface ImportFile {
  rows: ImportRow[];
  refused: RefusedRow[];
  /** Every code that the file names, also in refused rows. */
  named: ReadonlySet<string>;
  /** Rows below the headings. */
  rowCount: number;
  columns: string[];
  ignoredColumns: string[];
  hasNames: boolean;
  hasRules: boolean;
}

const MOST: Partial<Record<Column, number>> = { name: 300, note: 500, access: 300 };
const LABELS: Record<Column, string> = {
  code: 'kode',
  name: 'nama',
  parent: 'induk',
  active: 'retensi_aktif',
  inactive: 'retensi_inaktif',
  fate: 'nasib_akhir',
  trigger: 'peristiwa',
  note: 'keterangan',
  security: 'keamanan',
  access: 'akses',
};
const SECURITY_WORDS: Record<string, SecurityClass> = {
  b: 'B',
  biasa: 'B',
  terbuka: 'B',
  'biasa/terbuka': 'B',
  t: 'T',
  terbatas: 'T',
  r: 'R',
  rahasia: 'R',
  sr: 'SR',
  'sangat rahasia': 'SR',
};

/** A cell that stops its row. */
class CellProblem extends Error {
  readonly column: Column;
  readonly unclear: Unclear;

  constructor(column: Column, unclear: Unclear) {
    super(unclear.problem);
    this.column = column;
    this.unclear = unclear;
  }
}

/**
 * Reads a classification or retention CSV row by row; a row with anything wrong is refused as a whole.
 * @throws AppError `invalid_input` when the file itself cannot be read
 */
export function readRows(bytes: Uint8Array, slot: ImportSlot): ImportFile {
  const columns = readColumns(readCsv(bytes));
  const rows: ImportRow[] = [];
  const refused: RefusedRow[] = [];
  for (const { line, cells } of columns.rows) {
    const cell = (column: Column) => cells[columns.places.get(column) ?? -1] ?? '';
    try {
      rows.push(readRow(line, cell, columns));
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error;
      refused.push({ slot, line, column: LABELS[error.column], code: cell('code').slice(0, 60), ...error.unclear });
    }
  }
  return {
    rows,
    refused,
    named: new Set([...rows, ...refused].map(({ code }) => code)),
    rowCount: columns.rows.length,
    columns: columns.headings,
    ignoredColumns: columns.ignored,
    hasNames: columns.places.has('name'),
    hasRules: columns.places.has('active'),
  };
}

type Cell = (column: Column) => string;

function readRow(line: number, cell: Cell, { places, inYears }: Columns): ImportRow {
  const code = cell('code');
  if (!CODE.test(code)) throw new CellProblem('code', wrongCode(code));
  for (const [column, most] of Object.entries(MOST))
    if (cell(column as Column).length > most)
      throw new CellProblem(column as Column, {
        problem: `Tulisan terlalu panjang (${cell(column as Column).length} huruf)`,
        advice: `Ringkas menjadi paling banyak ${most} huruf.`,
      });
  const row: ImportRow = { line, code };
  if (places.has('name')) {
    row.name = readName(cell('name'));
    row.parentCode = readParent(code, places.has('parent') ? cell('parent') : above(code));
  }
  if (places.has('active')) row.rule = readRule(cell, inYears);
  if (cell('security') !== '') row.securityClass = readSecurity(cell('security'));
  if (places.has('access')) row.accessNote = cell('access');
  return row;
}

function wrongCode(code: string): Unclear {
  if (code === '') return { problem: 'Kode kosong', advice: 'Isi kode, misalnya 000.1.2, atau hapus barisnya.' };
  const problem = `"${code.slice(0, 40)}" bukan kode klasifikasi`;
  if (/^\d{1,2}(?:[.,]\d+)*$/u.test(code))
    return { problem, advice: 'Nol di depan hilang. Jadikan kolom kode bertipe Teks di Excel, lalu simpan ulang.' };
  return { problem, advice: 'Kode terdiri atas tiga angka, lalu titik dan angka, misalnya 000.1.2.' };
}

function readName(name: string): string {
  if (name !== '') return name;
  throw new CellProblem('name', { problem: 'Nama kosong', advice: 'Isi nama atau uraian kode ini.' });
}

const above = (code: string) => (code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : '');

function readParent(code: string, parent: string): string | null {
  if (parent === code)
    throw new CellProblem('parent', { problem: 'Induknya kode itu sendiri', advice: 'Isi kode satu tingkat di atas.' });
  if (parent === '' && code.includes('.'))
    throw new CellProblem('parent', {
      problem: 'Induk kosong',
      advice: `Isi kode di atasnya, misalnya ${above(code)}; hanya kode pokok tiga angka yang tanpa induk.`,
    });
  if (parent !== '' && !CODE.test(parent)) throw new CellProblem('parent', wrongCode(parent));
  return parent === '' ? null : parent;
}

function readRule(cell: Cell, inYears: ReadonlySet<Column>): RetentionRule | null {
  if ((['active', 'inactive', 'fate', 'trigger', 'note'] as const).every((column) => isBlank(cell(column))))
    return null;
  const active = readYears('active', cell, inYears);
  const inactive = readYears('inactive', cell, inYears);
  if (inactive.trigger !== '')
    throw new CellProblem('inactive', {
      problem: 'Retensi inaktif dihitung sesudah masa aktif, jadi tidak mempunyai peristiwa sendiri',
      advice: 'Tulis hanya jumlah tahunnya; peristiwa ditulis pada retensi aktif.',
    });
  const trigger = certain('trigger', readTrigger(cell('trigger')));
  if (trigger !== '' && active.trigger !== '' && trigger !== active.trigger)
    throw new CellProblem('trigger', {
      problem: 'Peristiwa berbeda dari yang tertulis pada retensi aktif',
      advice: 'Tulis peristiwa di satu kolom saja.',
    });
  const fate = certain('fate', readFate(cell('fate')));
  return {
    activeYears: active.years,
    inactiveYears: inactive.years,
    triggerEvent: active.trigger === '' ? trigger : active.trigger,
    finalAction: fate.finalAction,
    exceptionNote: joinNotes(fate.exceptionNote, isBlank(cell('note')) ? '' : cell('note')),
  };
}

function readYears(column: 'active' | 'inactive', cell: Cell, inYears: ReadonlySet<Column>) {
  const said = cell(column);
  if (isBlank(said))
    throw new CellProblem(column, {
      problem: 'Jangka waktu kosong, padahal kolom retensi lain terisi',
      advice: 'Isi ketiga kolom retensi, atau kosongkan semuanya.',
    });
  return certain(column, readPeriod(inYears.has(column) && /^\d+$/u.test(said) ? `${said} Tahun` : said));
}

const isBlank = (text: string) => text === '' || text === '-';

function certain<T extends object | string>(column: Column, read: T | Unclear): T {
  if (typeof read === 'object' && isUnclear(read)) throw new CellProblem(column, read);
  return read;
}

function readSecurity(said: string): SecurityClass {
  const found = SECURITY_WORDS[said.toLowerCase().replace(/\s+/gu, ' ')];
  if (found !== undefined) return found;
  throw new CellProblem('security', {
    problem: `"${said.slice(0, 40)}" bukan kelas keamanan`,
    advice: 'Tulis B (biasa), T (terbatas), R (rahasia), atau SR (sangat rahasia).',
  });
}

const joinNotes = (exception: string, note: string) =>
  exception === note ? note : [exception, note].filter((part) => part !== '').join('; ');
