import { businessDate } from '../business-time.ts';
import type { IncomingAgendaRow, OutgoingAgendaRow } from '../forms/agenda-book.ts';
import { INCOMING_AGENDA_COLUMNS, OUTGOING_AGENDA_COLUMNS } from '../forms/agenda-columns.ts';
import { writeAgendaCsv } from '../forms/write-agenda-csv.ts';
import { writeAgendaXlsx } from '../forms/write-agenda-xlsx.ts';
import { formatDate } from '../pdf/format-date.ts';
import type { BookFilter } from './book-filter.ts';
import type { BookKind } from './book-queries.ts';
import type { AgendaRow } from './contract.ts';

/** The rows of a book as its printed form and its spreadsheets name them. */
export type PrintedRows =
  { kind: 'incoming'; rows: IncomingAgendaRow[] } | { kind: 'outgoing'; rows: OutgoingAgendaRow[] };

export function printedRows(kind: BookKind, rows: readonly AgendaRow[], timeZone: string): PrintedRows {
  const day = (at: string) => businessDate(new Date(at), timeZone).date;
  return kind === 'incoming'
    ? { kind, rows: rows.map((row) => incomingRow(row, day)) }
    : { kind, rows: rows.map((row) => outgoingRow(row, day)) };
}

export function writeCsv(book: PrintedRows): Buffer {
  const text =
    book.kind === 'incoming'
      ? writeAgendaCsv(book.rows, INCOMING_AGENDA_COLUMNS)
      : writeAgendaCsv(book.rows, OUTGOING_AGENDA_COLUMNS);
  return Buffer.from(text, 'utf8');
}

export function writeXlsx(book: PrintedRows): Promise<Buffer> {
  return book.kind === 'incoming'
    ? writeAgendaXlsx(book.rows, INCOMING_AGENDA_COLUMNS)
    : writeAgendaXlsx(book.rows, OUTGOING_AGENDA_COLUMNS);
}

/** What part of the year is printed; a book with letters left out says so. */
export function periodLine({ year, from, to, ...filter }: BookFilter): string {
  const days = [from === null ? '' : `sejak ${formatDate(from)}`, to === null ? '' : `sampai ${formatDate(to)}`];
  const period = ['Masa:', ...(from === null && to === null ? [`tahun ${year}`] : days)];
  const { words, grades, channels, statuses, deskId, letterIds } = filter;
  const isPart = words !== '' || [grades, channels, statuses, deskId, letterIds].some((chosen) => chosen !== null);
  return [...period, isPart ? '(kutipan menurut saringan)' : ''].filter((part) => part !== '').join(' ');
}

function incomingRow(row: AgendaRow, day: (at: string) => string): IncomingAgendaRow {
  return {
    ...sharedCells(row),
    receivedOn: day(row.at),
    sender: row.party,
    letterDate: row.letterDate,
    forwardedTo: row.desks,
    forwardedOn: row.directedAt === null || row.desks.length === 0 ? null : day(row.directedAt),
  };
}

function outgoingRow(row: AgendaRow, day: (at: string) => string): OutgoingAgendaRow {
  const recipients = row.party === '' ? [] : [row.party];
  return { ...sharedCells(row), sentOn: day(row.at), recipients, signatory: row.desks.join('; ') };
}

function sharedCells(row: AgendaRow) {
  return {
    agendaNumber: String(row.number),
    letterNumber: row.letterNumber === '' ? null : row.letterNumber,
    subject: row.subject,
    attachmentText: row.attachmentNote,
    handlingGrade: row.handlingGrade,
    securityClass: row.securityClass,
    remark: remarkOf(row),
    voidReason: row.voidReason,
  };
}

const REMARKS: Partial<Record<AgendaRow['status'], string>> = {
  registered: 'Baru',
  directed: 'Diteruskan',
  in_progress: 'Proses',
  done: 'Selesai',
  filed: 'Diberkaskan',
};

function remarkOf({ status, isLate, securityClass }: AgendaRow): string {
  if (isLate) return 'Disposisi lewat tenggat';
  return securityClass === 'R' || securityClass === 'SR' ? 'Tertutup' : (REMARKS[status] ?? '');
}
