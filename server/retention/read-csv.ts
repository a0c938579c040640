import { CsvError, parse, type Info } from 'csv-parse/sync';
import { AppError } from '../errors.ts';

export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  line: number;
  cells: string[];
}

const MOST_ROWS = 20_000;
const MOST_ROW_CHARACTERS = 20_000;
const DELIMITERS = [';', ',', '\t'];

/**
 * Rows of a CSV with commas, semicolons or tabs, in UTF-8 with or without byte order mark.
 * @throws AppError `invalid_input` for a file that is no such thing, with the line where it ends to be one
 */
export function readCsv(bytes: Uint8Array): CsvRow[] {
  const text = decode(bytes);
  const rows = parseRows(text).filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) refuse('Berkas kosong. Pilih berkas CSV yang berisi.');
  if (rows.length > MOST_ROWS)
    refuse(`Berkas berisi ${rows.length} baris; paling banyak ${MOST_ROWS}. Pecah menjadi beberapa berkas.`);
  return rows;
}

export function refuse(message: string): never {
  throw new AppError('invalid_input', { detail: message, fields: [{ path: 'file', message }] });
}

function decode(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('Berkas bukan UTF-8. Di Excel pilih Simpan Sebagai, lalu "CSV UTF-8 (dipisah koma)".');
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const line = text.slice(0, nul).split('\n').length;
    refuse(`Baris ${line} memuat huruf kosong (NUL), jadi bukan berkas CSV. Simpan ulang sebagai CSV UTF-8.`);
  }
  return text;
}

function parseRows(text: string): CsvRow[] {
  try {
    const parsed = parse(text, {
      delimiter: findDelimiter(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MOST_ROW_CHARACTERS,
    }) as unknown as { record: string[]; info: Info }[];
    return parsed.map(({ record, info }) => {
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/gu)?.length ?? 0), 0);
      return { line: info.lines - breaks, cells: record.map(clean) };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error ? ` pada baris ${String(error['lines'])}` : '';
    return refuse(`${WRONG[error.code] ?? 'Susunan CSV tidak benar'}${line}. Perbaiki berkasnya, lalu pilih lagi.`);
  }
}

const WRONG: Partial<Record<CsvError['code'], string>> = {
  CSV_MAX_RECORD_SIZE: 'Ada baris yang terlalu panjang, mungkin karena tanda kutip tidak ditutup,',
  CSV_QUOTE_NOT_CLOSED: 'Ada tanda kutip yang tidak ditutup',
  INVALID_OPENING_QUOTE: 'Ada tanda kutip di tengah kolom',
  CSV_INVALID_CLOSING_QUOTE: 'Ada tulisan sesudah tanda kutip penutup',
};

/** The one that the first line has most of. */
function findDelimiter(text: string): string {
  const first = /^[^\r\n]*\S[^\r\n]*/mu.exec(text)?.[0] ?? '';
  const counts = DELIMITERS.map((mark) => first.split(mark).length - 1);
  const most = Math.max(...counts);
  if (most === 0 && first !== '')
    refuse('Kolom tidak terpisah. Pisahkan dengan koma, titik koma, atau tab: kode, nama, induk.');
  return DELIMITERS[counts.indexOf(most)] ?? ',';
}

/** A spreadsheet's guard against formulas goes, and so do spaces at the ends and marks that nobody sees. */
function clean(cell: string): string {
  const plain = cell.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return /^'[=+\-@]/u.test(plain) ? plain.slice(1) : plain;
}
