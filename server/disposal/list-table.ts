import type { DisposalFile } from './disposal-shapes.ts';
import type { ListColumn, ListTable } from './paper-sheet.ts';
import { figureAndWords } from './spell-number.ts';
import type { DisposalKind } from './states.ts';

interface Column extends ListColumn {
  value: (file: DisposalFile) => string;
}

const left = 'left' as const;
const center = 'center' as const;

const CODE: Column = { heading: 'Kode klasifikasi', width: 22, align: left, value: ({ code }) => code };
const TITLE: Column = { heading: 'Jenis/uraian informasi arsip', width: 0, align: left, value: ({ title }) => title };
const PERIOD: Column = { heading: 'Kurun waktu', width: 22, align: center, value: periodOf };
const AMOUNT: Column = { heading: 'Jumlah', width: 22, align: left, value: amountOf };
const COPY: Column = { heading: 'Tingkat perkembangan', width: 25, align: center, value: copyOf };
const ACTIVE: Column = {
  heading: 'Retensi aktif',
  width: 15,
  align: center,
  value: (file) => yearsOf(file.activeYears),
};
const INACTIVE: Column = {
  heading: 'Retensi inaktif',
  width: 15,
  align: center,
  value: (file) => yearsOf(file.inactiveYears),
};
const BOX: Column = { heading: 'No. boks', width: 16, align: center, value: ({ boxCode }) => boxCode ?? '–' };
const FOLDER: Column = { heading: 'No. folder', width: 15, align: center, value: ({ folder }) => folder || '–' };
const MEDIA: Column = { heading: 'Media', width: 20, align: center, value: mediaOf };
const REMARK: Column = { heading: 'Keterangan', width: 45, align: left, value: remarkOf };

const COLUMNS: Record<DisposalKind, readonly Column[]> = {
  destruction: [CODE, TITLE, PERIOD, AMOUNT, COPY, ACTIVE, INACTIVE, BOX, REMARK],
  handover: [CODE, TITLE, PERIOD, AMOUNT, COPY, MEDIA, BOX, FOLDER, REMARK],
  transfer: [CODE, TITLE, PERIOD, AMOUNT, COPY, ACTIVE, INACTIVE, BOX, FOLDER, REMARK],
};

const NUMBER: ListColumn = { heading: 'No.', width: 10, align: center };

/** The list of a procedure as paper and spreadsheet show it; files that are held or excluded carry no number. */
export function listTable(kind: DisposalKind, title: string, files: readonly DisposalFile[]): ListTable {
  const columns = COLUMNS[kind];
  let number = 0;
  const rows = files.map((file) => {
    const isCounted = counts(file);
    if (isCounted) number += 1;
    return {
      isHeld: !isCounted,
      cells: [isCounted ? String(number) : '–', ...columns.map(({ value }) => value(file))],
    };
  });
  return {
    title,
    columns: [NUMBER, ...columns.map(({ heading, width, align }) => ({ heading, width, align }))],
    rows,
    totalLine: totalOf(files.filter(counts)),
  };
}

export function counts(file: DisposalFile): boolean {
  return file.status === 'done' || (file.status === 'included' && !file.isHeld);
}

function totalOf(files: readonly DisposalFile[]): string {
  const pages = files.reduce((sum, file) => sum + file.pageCount, 0);
  const boxes = new Set(files.flatMap(({ boxCode }) => boxCode ?? [])).size;
  return [
    `${figureAndWords(files.length)} berkas`,
    pages > 0 ? `${pages.toLocaleString('id-ID')} lembar` : '',
    boxes > 0 ? `${boxes.toLocaleString('id-ID')} boks` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function periodOf({ firstYear, lastYear }: DisposalFile): string {
  return firstYear === lastYear ? String(firstYear) : `${firstYear}–${lastYear}`;
}

function amountOf({ pageCount, itemCount }: DisposalFile): string {
  return pageCount > 0 ? `${pageCount.toLocaleString('id-ID')} lembar` : `${itemCount.toLocaleString('id-ID')} item`;
}

const COPIES = { original: 'Asli', copy: 'Salinan', carbon_copy: 'Tembusan', photocopy: 'Kopi' } as const;

function copyOf({ copyStatuses }: DisposalFile): string {
  return copyStatuses.map((status) => COPIES[status]).join(', ') || '–';
}

function yearsOf(years: number | null): string {
  return years === null ? '–' : `${years} tahun`;
}

function mediaOf({ digitalBytes, boxCode }: DisposalFile): string {
  if (digitalBytes > 0) return boxCode === null ? 'Elektronik' : 'Kertas, elektronik';
  return 'Kertas';
}

const ACTIONS = { destroy: 'Musnah', permanent: 'Permanen', review: 'Dinilai kembali' } as const;

function remarkOf(file: DisposalFile): string {
  if (file.status === 'excluded') return `Dikeluarkan panitia: ${file.reason}`;
  if (file.status === 'left_out') return file.reason;
  if (file.status === 'included' && file.isHeld) return `Ditahan: ${file.holdText ?? ''}`;
  const action = file.finalAction === null ? '' : ACTIONS[file.finalAction];
  return [action, file.exceptionNote].filter((part) => part !== '').join('; ');
}
