import { formatDate, formatShortDate, wallTime } from '../pdf/format-date.ts';
import type { TypesetForm } from '../pdf/typeset-form.ts';
import type { AgendaBook, IncomingAgendaRow, OutgoingAgendaRow } from './agenda-book.ts';
import { gradeShown, remarkShown, subjectShown } from './agenda-columns.ts';
import { BookTooLongError, MOST_BOOK_ROWS } from './book-too-long-error.ts';
import type { FormTypesetter } from './form-parts.ts';
import { typesetData } from './typeset-data.ts';

interface PlannedRow {
  readonly isVoid: boolean;
  readonly cells: readonly string[];
}

/**
 * Buku agenda, A4 landscape, one row a letter.
 * @throws TypesetError
 * @throws BookTooLongError more than MOST_BOOK_ROWS rows
 */
export async function typesetAgendaBook(pool: FormTypesetter, book: AgendaBook): Promise<TypesetForm> {
  if (book.rows.length > MOST_BOOK_ROWS) throw new BookTooLongError(book.rows.length);
  const printed = wallTime(book.printedAt, book.timeZone);
  const by = book.printedBy === null ? '' : ` oleh ${book.printedBy}`;
  const isIncoming = book.kind === 'incoming';
  const plan = {
    government: book.letterhead.government,
    unitName: book.letterhead.unitName,
    title: `BUKU AGENDA SURAT ${isIncoming ? 'MASUK' : 'KELUAR'} TAHUN ${String(book.year)}`,
    classificationLine: book.classificationCode === null ? null : `Kode klasifikasi: ${book.classificationCode}`,
    periodLine: book.periodLine,
    printedLine: `Dicetak dari Lontar pada ${formatDate(printed.date)} pukul ${printed.time}${by}`,
    emptyLine: `Tidak ada surat ${isIncoming ? 'masuk' : 'keluar'} pada masa ini.`,
    rows: book.kind === 'incoming' ? book.rows.map(planIncoming) : book.rows.map(planOutgoing),
  };
  return typesetData(pool, isIncoming ? 'incoming-book' : 'outgoing-book', plan, book.printedAt);
}

function planIncoming(row: IncomingAgendaRow): PlannedRow {
  return {
    isVoid: row.voidReason !== null,
    cells: [
      row.agendaNumber,
      formatShortDate(row.receivedOn),
      row.sender,
      stack(row.letterNumber, row.letterDate),
      subjectShown(row),
      brief(row.attachmentText),
      gradeShown(row),
      stack(row.forwardedTo.join('; '), row.forwardedOn),
      remarkShown(row),
    ],
  };
}

function planOutgoing(row: OutgoingAgendaRow): PlannedRow {
  return {
    isVoid: row.voidReason !== null,
    cells: [
      row.agendaNumber,
      formatShortDate(row.sentOn),
      row.letterNumber ?? '–',
      row.recipients.join('; '),
      subjectShown(row),
      brief(row.attachmentText),
      gradeShown(row),
      row.signatory,
      remarkShown(row),
    ],
  };
}

function stack(text: string | null, date: string | null): string {
  const lines = [text ?? '', date === null ? '' : formatShortDate(date)];
  return lines.filter((line) => line !== '').join('\n');
}

/** "2" of `2 (dua) berkas`: the column is narrow. */
function brief(attachmentText: string): string {
  if (attachmentText === '' || attachmentText === '-') return '–';
  return /^(\d+) \(/u.exec(attachmentText)?.[1] ?? attachmentText;
}
