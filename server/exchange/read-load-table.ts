import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { type LoadColumn, matchColumns, type TableRow } from './load-columns.ts';
import { PackageRefused } from './package-refused.ts';

const MOST_RECORD_BYTES = 1_000_000;

export interface ReadLine {
  line: number;
  row: TableRow;
  /** Why the line itself cannot be read. */
  reason: string | null;
}

/**
 * The rows of a CSV one by one, with the line each begins on. Comma, semicolon or tab, by what the first line has most
 * of; with or without byte order mark.
 * @throws PackageRefused when no heading is known
 */
export async function* readLoadTable(open: () => Promise<Readable>): AsyncGenerator<ReadLine> {
  const delimiter = await findDelimiter(await open());
  const parser = (await open()).pipe(
    parse({
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MOST_RECORD_BYTES,
    }),
  );
  let columns: (LoadColumn | undefined)[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (columns === undefined) {
        columns = matchColumns(record);
        requireHeadings(columns);
      } else yield toRow(columns, record, info.lines);
    }
  } catch (error) {
    if (error instanceof PackageRefused) throw error;
    throw new PackageRefused('Tabel tidak dapat dibaca sebagai CSV. Simpan ulang sebagai CSV UTF-8, lalu coba lagi.');
  }
  if (columns === undefined) throw new PackageRefused('Tabel kosong. Baris pertama harus berisi judul kolom.');
}

function requireHeadings(columns: readonly (LoadColumn | undefined)[]): void {
  const missing = (['title', 'date'] as const).filter((column) => !columns.includes(column));
  if (missing.length > 0)
    throw new PackageRefused(
      'Judul kolom "Hal" dan "Tanggal" tidak ditemukan pada baris pertama. Periksa judul kolom tabel.',
    );
}

function toRow(columns: readonly (LoadColumn | undefined)[], record: readonly string[], line: number): ReadLine {
  const row: TableRow = {};
  for (const [index, column] of columns.entries())
    if (column !== undefined) row[column] = (record[index] ?? '').replaceAll('\0', '').replace(/^'(?=[=+\-@])/u, '');
  const isShort = record.length < columns.length && record.length <= columns.lastIndexOf('title');
  return { line, row, reason: isShort ? 'Baris ini mempunyai terlalu sedikit kolom.' : null };
}

async function findDelimiter(stream: Readable): Promise<string> {
  let head = '';
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    head += chunk.toString('latin1');
    if (head.includes('\n') || head.length > MOST_RECORD_BYTES) break;
  }
  const first = head.split('\n', 1)[0] ?? '';
  const count = (delimiter: string) => first.split(delimiter).length;
  return [';', '\t'].reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best), ',');
}
