import { formatShortDate } from '../pdf/format-date.ts';
import type { AgendaColumn } from '../forms/agenda-columns.ts';
import type { FileLine, ItemLine } from './list-queries.ts';

/** A column of an official list: as a spreadsheet needs it, and its width on paper (0: what is left). */
export interface ListColumn<Row> extends AgendaColumn<Row> {
  readonly widthMm: number;
  readonly isCentred: boolean;
}

const COPIES: Record<string, string> = {
  original: 'Asli',
  copy: 'Salinan',
  carbon_copy: 'Tembusan',
  photocopy: 'Kopi',
};
const MEDIA: Record<string, string> = { electronic: 'Elektronik', paper: 'Kertas', mixed: 'Campuran' };
const FINAL: Record<string, string> = { destroy: 'Musnah', permanent: 'Permanen', review: 'Dinilai kembali' };
const CLASSES: Record<string, string> = { B: 'Biasa', T: 'Terbatas', R: 'Rahasia', SR: 'Sangat rahasia' };

const words = (names: Record<string, string>, values: readonly string[] | null) =>
  (values ?? []).map((value) => names[value] ?? value).join(', ');
const fileNumber = (number: number, year: number) => `${String(number).padStart(3, '0')}/${year}`;

/** The years of the oldest and the newest item. */
function period({ fromDate, toDate }: FileLine): string {
  const [from, to] = [fromDate?.slice(0, 4) ?? '', toDate?.slice(0, 4) ?? ''];
  return from === to ? from : `${from}–${to}`;
}

type Spec<Row> = [heading: string, value: (row: Row) => string, widthMm: number, kind?: ListColumn<Row>['kind']];

function columns<Row>(specs: readonly Spec<Row>[]): ListColumn<Row>[] {
  return specs.map(([heading, value, widthMm, kind = 'text']) => ({
    ...{ heading, value, widthMm, kind },
    width: widthMm === 0 ? 50 : Math.round(widthMm * 0.6),
    isCentred: widthMm > 0 && widthMm <= 22,
  }));
}

const NUMBER: Spec<FileLine> = ['No. berkas', (row) => fileNumber(row.number, row.year), 18];
const CODE: Spec<FileLine> = ['Kode klasifikasi', ({ code }) => code, 24];
const TITLE: Spec<FileLine> = ['Uraian berkas', ({ title }) => title, 0];
const PERIOD: Spec<FileLine> = ['Kurun waktu', period, 22];
const COUNT: Spec<FileLine> = ['Jumlah (naskah)', ({ itemCount }) => String(itemCount), 18, 'number'];
const COPY: Spec<FileLine> = ['Tingkat perkembangan', ({ copies }) => words(COPIES, copies), 27];
const MEDIUM: Spec<FileLine> = ['Keterangan (media)', ({ media }) => words(MEDIA, media), 24];

export const FILE_COLUMNS = columns<FileLine>([
  NUMBER,
  CODE,
  TITLE,
  PERIOD,
  COUNT,
  ['Keterangan', ({ status }) => (status === 'closed' ? 'Ditutup' : 'Terbuka'), 24],
]);

export const ACTIVE_COLUMNS = columns<FileLine>([
  NUMBER,
  CODE,
  TITLE,
  PERIOD,
  COUNT,
  COPY,
  ['Aktif sampai', ({ activeUntil }) => activeUntil ?? '', 21, 'date'],
  MEDIUM,
]);

export const INACTIVE_COLUMNS = columns<FileLine>([
  ['Pencipta arsip', ({ creator }) => creator, 34],
  ['Unit pengolah', ({ keeper, creator }) => keeper ?? creator, 30],
  NUMBER,
  CODE,
  TITLE,
  PERIOD,
  COUNT,
  COPY,
  MEDIUM,
  ['No. folder dan boks', ({ folder, boxCode }) => [folder, boxCode ?? ''].filter(Boolean).join(' / '), 22],
  ['Lokasi (ruang, rak)', ({ room, rack }) => [room ?? '', rack ?? ''].filter(Boolean).join(', '), 24],
  ['Inaktif sampai', ({ inactiveUntil }) => inactiveUntil ?? '', 19, 'date'],
  ['Nasib akhir', ({ finalAction }) => FINAL[finalAction ?? ''] ?? '', 19],
]);

export const ITEM_COLUMNS = columns<ItemLine>([
  ['No. berkas', (row) => fileNumber(row.fileNumber, row.fileYear), 18],
  ['Kode klasifikasi', ({ code }) => code, 24],
  ['No. item', ({ itemNumber }) => String(itemNumber), 13, 'number'],
  ['Uraian item', ({ title }) => title, 0],
  ['Nomor naskah', ({ number }) => number, 42],
  ['Tanggal', ({ date }) => date ?? '', 21, 'date'],
  ['Tingkat perkembangan', ({ copyStatus }) => COPIES[copyStatus] ?? copyStatus, 26],
  ['Jumlah (halaman)', ({ pageCount }) => (pageCount === 0 ? '' : String(pageCount)), 18, 'number'],
  [
    'Keterangan',
    ({ securityClass, media }) => [CLASSES[securityClass] ?? '', MEDIA[media] ?? ''].filter(Boolean).join(', '),
    30,
  ],
]);

/** A cell on paper: dates as people write them, an empty one as a dash. */
export function printed<Row>(column: ListColumn<Row>, row: Row): string {
  const value = column.value(row) ?? '';
  if (value === '') return '–';
  return column.kind === 'date' ? formatShortDate(value) : value;
}
