import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { MOST_BOOK_ROWS } from '../forms/book-too-long-error.ts';
import { writeAgendaCsv } from '../forms/write-agenda-csv.ts';
import { writeAgendaXlsx } from '../forms/write-agenda-xlsx.ts';
import type { FileReply } from '../http.ts';
import { findLetterheadUnit, findTimeZone } from '../organisation/directory.ts';
import { unitsArchived } from './archived-by.ts';
import type { exportRecordListEndpoint } from './contract.ts';
import { ACTIVE_COLUMNS, FILE_COLUMNS, INACTIVE_COLUMNS, ITEM_COLUMNS, type ListColumn } from './list-columns.ts';
import { listFileLines, listItemLines, type ListQuery } from './list-queries.ts';
import { pathPart } from './package-entry.ts';
import { findPersonName } from './queries.ts';
import { typesetRecordList } from './typeset-record-list.ts';

type Input = InputOf<typeof exportRecordListEndpoint>;

const MEDIA_TYPES: Record<Input['format'], string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
const MOST_ROWS: Record<Input['format'], number> = { pdf: MOST_BOOK_ROWS, xlsx: 50_000, csv: 50_000 };
const HELD = ['active', 'inactive', 'permanent'];

/** Daftar arsip aktif, daftar arsip inaktif, daftar berkas or daftar isi berkas of a unit. */
export async function exportRecordList(deps: Deps, actor: DeskActor, input: Input): Promise<FileReply> {
  const units = unitsArchived(actor);
  const unitId = input.unitId ?? units[0] ?? '';
  if (!units.includes(unitId))
    throw new AppError('forbidden', { detail: 'Hanya arsiparis unit itu yang dapat mengunduh daftar arsipnya.' });
  const limit = MOST_ROWS[input.format] + 1;
  const query = { agencyId: actor.agencyId, unitId, year: input.year ?? null, limit };
  const { table, frame } = await read(deps, actor, async (tx) => ({
    table: await tableOf(tx, input.list, query),
    frame: await frameOf(tx, actor, unitId),
  }));
  if (table.rowCount >= limit)
    throw new AppError('too_many_rows', {
      detail: `Daftar ini lebih dari ${(limit - 1).toLocaleString('id')} baris. Pilih satu tahun${input.format === 'pdf' ? ', atau unduh sebagai Excel' : ''}.`,
    });
  const printedAt = deps.now().toISOString();
  const bytes = await table.write(input.format, (cells) =>
    typesetRecordList(deps.pdf, { ...frame, ...cells, title: table.title, year: input.year ?? null, printedAt }),
  );
  const detail = { list: input.list, unitId, year: input.year ?? null, format: input.format, rows: table.rowCount };
  await read(deps, actor, (tx) => recordEvents(tx, deps, actor, [{ action: 'record_list.exported', detail }]));
  const year = input.year === undefined ? '' : `-${input.year}`;
  return {
    bytes,
    mediaType: MEDIA_TYPES[input.format],
    fileName: `${pathPart(table.title.toLowerCase())}-${pathPart(frame.unitName)}${year}.${input.format}`,
    disposition: 'attachment',
  };
}

interface Table {
  title: string;
  rowCount: number;
  write: (format: Input['format'], print: Print) => Promise<Uint8Array>;
}
type Print = (cells: { columns: readonly ListColumn<never>[]; rows: readonly unknown[] }) => Promise<Uint8Array>;

async function tableOf(tx: Tx, list: Input['list'], query: Omit<ListQuery, 'lifecycles'>): Promise<Table> {
  if (list === 'items')
    return makeTable('DAFTAR ISI BERKAS', ITEM_COLUMNS, await listItemLines(tx, { ...query, lifecycles: HELD }));
  const files = (lifecycles: readonly string[]) => listFileLines(tx, { ...query, lifecycles });
  if (list === 'files') return makeTable('DAFTAR BERKAS', FILE_COLUMNS, await files(HELD));
  if (list === 'active') return makeTable('DAFTAR ARSIP AKTIF', ACTIVE_COLUMNS, await files(['active']));
  return makeTable('DAFTAR ARSIP INAKTIF', INACTIVE_COLUMNS, await files(['inactive', 'permanent']));
}

function makeTable<Row>(title: string, columns: readonly ListColumn<Row>[], rows: readonly Row[]): Table {
  return {
    title,
    rowCount: rows.length,
    write: async (format, print) => {
      if (format === 'csv') return Buffer.from(writeAgendaCsv(rows, columns));
      if (format === 'xlsx') return writeAgendaXlsx(rows, columns, 'Daftar arsip');
      return print({ columns: columns, rows });
    },
  };
}

async function frameOf(tx: Tx, { agencyId, personId }: DeskActor, unitId: string) {
  const unit = await findLetterheadUnit(tx, agencyId, unitId);
  return {
    government: unit?.letterhead?.government ?? '',
    unitName: unit?.letterhead?.unitName ?? '',
    timeZone: await findTimeZone(tx, agencyId),
    printedBy: await findPersonName(tx, { agencyId, personId }),
  };
}
