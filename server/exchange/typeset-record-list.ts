import type { FormTypesetter } from '../forms/form-parts.ts';
import { typesetData } from '../forms/typeset-data.ts';
import { formatDate, wallTime } from '../pdf/format-date.ts';
import { type ListColumn, printed } from './list-columns.ts';

export interface PrintedList {
  title: string;
  government: string;
  unitName: string;
  year: number | null;
  columns: readonly ListColumn<never>[];
  rows: readonly unknown[];
  printedAt: string;
  printedBy: string;
  timeZone: string;
}

/** An official list of the archive, A4 landscape. @throws TypesetError */
export async function typesetRecordList(pool: FormTypesetter, list: PrintedList): Promise<Uint8Array> {
  const { date, time } = wallTime(list.printedAt, list.timeZone);
  const data = {
    government: list.government,
    unitName: list.unitName,
    title: list.title,
    classificationLine: null,
    periodLine: list.year === null ? `Keadaan ${formatDate(date)}` : `Tahun ${list.year}`,
    printedLine: `Dicetak dari Lontar pada ${formatDate(date)} pukul ${time} oleh ${list.printedBy}`,
    emptyLine: 'Tidak ada arsip dalam daftar ini.',
    columns: list.columns.map(({ heading, widthMm, isCentred }) => ({ head: heading, width: widthMm, isCentred })),
    rows: list.rows.map((row) => ({
      isVoid: false,
      cells: list.columns.map((column) => printed(column, row as never)),
    })),
  };
  return (await typesetData(pool, 'record-list', data, list.printedAt)).pdf;
}
