import { createHash } from 'node:crypto';
import { parseDate } from '../reading/parse-date.ts';
import type { TableRow } from './load-columns.ts';
import type { LoadedDocument } from './loaded-queries.ts';

export type PlannedRow = Pick<
  LoadedDocument,
  | 'sourceKey'
  | 'kind'
  | 'title'
  | 'number'
  | 'documentDate'
  | 'sender'
  | 'recipient'
  | 'summary'
  | 'classificationCode'
  | 'securityClass'
  | 'media'
  | 'pageCount'
  | 'copyStatus'
> & {
  /** Paths as the table gives them. */
  fileNames: string[];
  /** What has no column of its own. */
  origin: Record<string, string> | null;
};

const KINDS: Record<string, PlannedRow['kind']> = {
  masuk: 'incoming_letter',
  'surat masuk': 'incoming_letter',
  'naskah masuk': 'incoming_letter',
  keluar: 'outgoing_letter',
  'surat keluar': 'outgoing_letter',
  'naskah keluar': 'outgoing_letter',
};
const CLASSES: Record<string, PlannedRow['securityClass']> = {
  '': 'B',
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
const MEDIA: Record<string, PlannedRow['media']> = {
  elektronik: 'electronic',
  digital: 'electronic',
  kertas: 'paper',
  tekstual: 'paper',
  campuran: 'mixed',
};
const COPIES: Record<string, string> = {
  '': 'original',
  asli: 'original',
  salinan: 'copy',
  tembusan: 'carbon_copy',
  kopi: 'photocopy',
  fotokopi: 'photocopy',
};

/** One row of a table as a document, or the reason why it cannot become one: a sentence that says what to mend. */
export function planLoadRow(row: TableRow): PlannedRow | { reason: string } {
  const text = (column: keyof TableRow) => (row[column] ?? '').trim();
  const documentDate = readDate(text('date'));
  const securityClass = CLASSES[text('security').toLowerCase()];
  const copyStatus = COPIES[text('copy').toLowerCase()];
  const pageCount = text('pages') === '' ? 0 : Number(text('pages'));
  const fileNames = namesIn(text('files'));
  const reason = reasonAgainst({ title: text('title'), date: text('date'), documentDate });
  if (reason !== undefined) return { reason };
  const codeReason = reasonAgainstCodes(row, { securityClass, copyStatus, pageCount, fileNames });
  if (codeReason !== undefined || securityClass === undefined || copyStatus === undefined)
    return { reason: codeReason ?? '' };
  return {
    ...fieldsOf(row, documentDate ?? ''),
    media: MEDIA[text('media').toLowerCase()] ?? (fileNames.length > 0 ? 'electronic' : 'paper'),
    ...{ securityClass, pageCount, copyStatus, fileNames },
    origin: restOf(row),
  };
}

function fieldsOf(row: TableRow, documentDate: string) {
  const text = (column: keyof TableRow) => (row[column] ?? '').trim();
  return {
    sourceKey: text('key') === '' ? keyOf(row) : `kunci:${text('key')}`.slice(0, 300),
    kind: kindOf(text('kind'), text('agenda')),
    title: text('title').slice(0, 500),
    number: text('number').slice(0, 200),
    documentDate,
    sender: text('sender').slice(0, 500),
    recipient: text('recipient').slice(0, 500),
    summary: text('summary').slice(0, 5000),
    classificationCode: /^[\d.]+/u.exec(text('classification'))?.[0].replace(/[.]+$/u, '') ?? null,
  };
}

function reasonAgainst(given: { title: string; date: string; documentDate: string | undefined }): string | undefined {
  if (given.title === '') return 'Hal kosong. Isi hal naskah.';
  if (given.date === '') return 'Tanggal kosong. Isi tanggal naskah.';
  if (given.documentDate === undefined)
    return `Tanggal "${given.date}" tidak dapat dibaca. Tulis seperti 2019-03-27 atau 27/03/2019.`;
  return undefined;
}

function namesIn(text: string): string[] {
  const names = text.split('|').map((name) => name.trim());
  return names.filter((name) => name !== '');
}

function reasonAgainstCodes(
  row: TableRow,
  read: { securityClass: unknown; copyStatus: unknown; pageCount: number; fileNames: readonly string[] },
): string | undefined {
  if (read.securityClass === undefined) return `Keamanan "${row.security ?? ''}" tidak dikenal. Isi B, T, R, atau SR.`;
  if (read.copyStatus === undefined)
    return `Tingkat perkembangan "${row.copy ?? ''}" tidak dikenal. Isi asli, salinan, tembusan, atau kopi.`;
  if (!Number.isInteger(read.pageCount) || read.pageCount < 0 || read.pageCount > 100_000)
    return `Jumlah halaman "${row.pages ?? ''}" bukan bilangan bulat.`;
  const unsafe = read.fileNames.find((name) => isUnsafe(name));
  return unsafe === undefined ? undefined : `Nama berkas "${unsafe}" menunjuk ke luar folder.`;
}

function readDate(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/u.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return validDay(year, month, day);
  const [, first, second, last] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?$/u.exec(text) ?? [];
  if (first !== undefined && second !== undefined && last !== undefined) return validDay(last, second, first);
  return parseDate(text)?.date;
}

function validDay(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return isReal && text >= '1800-01-01' && text <= '2199-12-31' ? text : undefined;
}

function kindOf(kind: string, agenda: string): PlannedRow['kind'] {
  return KINDS[kind.toLowerCase()] ?? (agenda === '' ? 'other' : 'incoming_letter');
}

function isUnsafe(name: string): boolean {
  return /^[/\\]|^[a-z]:|\\|\0/iu.test(name) || name.split('/').includes('..');
}

/** Rows without a key of their own are the same when they say the same. */
function keyOf(row: TableRow): string {
  const said = [row.number, row.date, row.title, row.sender, row.recipient, row.files].map(
    (text) => text?.trim() ?? '',
  );
  return `isi:${createHash('sha256').update(JSON.stringify(said)).digest('hex')}`;
}

function restOf(row: TableRow): PlannedRow['origin'] {
  const rest = (['grade', 'type', 'unit', 'agenda', 'received'] as const).flatMap((column) => {
    const text = row[column]?.trim() ?? '';
    return text === '' ? [] : [[column, text.slice(0, 500)] as const];
  });
  return rest.length === 0 ? null : Object.fromEntries(rest);
}
