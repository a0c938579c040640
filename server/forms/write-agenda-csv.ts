import type { AgendaColumn } from './agenda-columns.ts';
import { toCsv } from './to-csv.ts';

/** The rows as CSV (see toCsv) under one line of headings; dates are `YYYY-MM-DD`. */
export function writeAgendaCsv<Row>(rows: readonly Row[], columns: readonly AgendaColumn<Row>[]): string {
  const headings = columns.map(({ heading }) => heading);
  return toCsv([headings, ...rows.map((row) => columns.map((column) => column.value(row) ?? ''))]);
}
