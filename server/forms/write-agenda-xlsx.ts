import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { AgendaColumn } from './agenda-columns.ts';

const FORMATS = { text: '@', number: '0', date: 'dd-mm-yyyy' } as const;
/** ECMA-376 part 1, 18.3.1.4, and the limit that spreadsheets set on a cell. */
const LONGEST_CELL = 32_767;
const CONTROL = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu;
const WHOLE_NUMBER = /^\d{1,15}$/u;

/**
 * The rows as a workbook of one sheet: bold frozen headings with filters, dates and numbers as such. Text stays text,
 * so nothing runs as a formula. The library is loaded with the first export, and rows leave memory as they are written.
 */
export async function writeAgendaXlsx<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  columns: readonly AgendaColumn<Row>[],
  sheetName = 'Buku agenda',
): Promise<Buffer> {
  const { default: excel } = await import('exceljs');
  const stream = new PassThrough();
  const collected = buffer(stream);
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ heading, width, kind }) => ({
    header: heading,
    width,
    style: { numFmt: FORMATS[kind], alignment: { vertical: 'top', wrapText: true } },
  }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.commit();
  for await (const row of rows) sheet.addRow(columns.map((column) => typed(column, row))).commit();
  sheet.commit();
  await workbook.commit();
  return collected;
}

function typed<Row>(column: AgendaColumn<Row>, row: Row): string | number | Date | null {
  const value = column.value(row);
  if (value === null || value === '') return null;
  if (column.kind === 'date') return new Date(`${value}T00:00:00Z`);
  if (column.kind === 'number' && WHOLE_NUMBER.test(value)) return Number(value);
  return value.replaceAll(CONTROL, '').slice(0, LONGEST_CELL);
}
