import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { MOST_BOOK_ROWS } from '../forms/book-too-long-error.ts';
import { typesetAgendaBook } from '../forms/typeset-agenda-book.ts';
import type { FileReply } from '../http.ts';
import { findClassification, findLetterheadUnit, findTimeZone } from '../organisation/directory.ts';
import { type PrintedRows, periodLine, printedRows, writeCsv, writeXlsx } from './agenda-file.ts';
import type { BookPlace } from './book-filter.ts';
import { findPersonName } from './book-queries.ts';
import type { AgendaRow, exportAgendaEndpoint } from './contract.ts';
import { countMatches } from './count-matches.ts';
import { openBook, type OpenBook } from './open-book.ts';
import { readBook } from './read-book.ts';

type Format = InputOf<typeof exportAgendaEndpoint>['format'];

const MOST_ROWS: Record<Format, number> = { pdf: MOST_BOOK_ROWS, xlsx: 50_000, csv: 50_000 };
const MEDIA_TYPES: Record<Format, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
const ROWS_AT_ONCE = 1000;
/** "Buku agenda" in the classification of regional government. */
const BOOK_CODE = '000.5.3.1';

/** The filtered book, oldest number first, as the list shows it. Written outside the transaction that read it. */
export async function exportAgenda(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof exportAgendaEndpoint>,
): Promise<FileReply> {
  const { format } = input;
  const { book, content, frame } = await read(deps, actor, async (tx) => {
    const opened = await openBook(tx, deps, actor, input);
    const rows = await readAll(tx, opened, format);
    const found = await frameOf(tx, actor, opened);
    return { book: opened, content: printedRows(opened.kind, rows, found.timeZone), frame: found };
  });
  const bytes = await write(deps, format, { book, content, frame });
  const { year, from, to } = book.filter;
  const detail = { book: book.kind, unitId: book.unit.unitId, year, from, to, format, rows: content.rows.length };
  await read(deps, actor, (tx) => recordEvents(tx, deps, actor, [{ action: 'agenda.exported', detail }]));
  return {
    bytes,
    mediaType: MEDIA_TYPES[format],
    fileName: `agenda-${book.kind === 'incoming' ? 'masuk' : 'keluar'}-${slug(book.unit.name)}-${year}.${format}`,
    disposition: 'attachment',
  };
}

async function readAll(tx: Tx, book: OpenBook, format: Format): Promise<AgendaRow[]> {
  const most = MOST_ROWS[format];
  if ((await countMatches(tx, book, most + 1)) > most)
    throw new AppError('too_many_rows', {
      detail: `Satu berkas ${format.toUpperCase()} memuat paling banyak ${most.toLocaleString('id')} baris. Persempit tanggalnya${format === 'pdf' ? ', atau unduh sebagai Excel' : ''}.`,
    });
  const rows: AgendaRow[] = [];
  let after: BookPlace | null = {};
  while (after !== null) {
    const page = await readBook(tx, book, { after, limit: ROWS_AT_ONCE });
    rows.push(...page.rows);
    after = page.next;
  }
  return rows.reverse();
}

type Frame = Awaited<ReturnType<typeof frameOf>>;

async function frameOf(tx: Tx, { agencyId, personId }: DeskActor, { unit }: OpenBook) {
  const head = (await findLetterheadUnit(tx, agencyId, unit.unitId))?.letterhead;
  return {
    timeZone: await findTimeZone(tx, agencyId),
    printedBy: await findPersonName(tx, { agencyId, personId }),
    letterhead: { government: head?.government ?? '', unitName: head?.unitName ?? unit.name },
    classificationCode: (await findClassification(tx, agencyId, BOOK_CODE))?.code ?? null,
  };
}

async function write(
  deps: Deps,
  format: Format,
  { book, content, frame }: { book: OpenBook; content: PrintedRows; frame: Frame },
): Promise<Uint8Array> {
  if (format === 'csv') return writeCsv(content);
  if (format === 'xlsx') return writeXlsx(content);
  const shared = {
    ...frame,
    year: book.filter.year,
    periodLine: periodLine(book.filter),
    printedAt: deps.now().toISOString(),
  };
  return (await typesetAgendaBook(deps.pdf, { ...shared, ...content })).pdf;
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}
