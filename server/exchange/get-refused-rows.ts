import { Readable } from 'node:stream';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { toCsv } from '../forms/to-csv.ts';
import type { FileReply } from '../http.ts';
import type { getRefusedRowsEndpoint } from './contract.ts';
import { demandAdmin } from './demand-admin.ts';
import { LOAD_COLUMNS, type LoadColumn, type TableRow } from './load-columns.ts';
import { findLoad, listRefusedRows, type RefusedRow } from './load-queries.ts';
import { pathPart } from './package-entry.ts';
import { VerifiedRecord } from './verified-package.ts';

const AT_ONCE = 1000;
const COLUMNS = Object.keys(LOAD_COLUMNS) as LoadColumn[];

/** What was refused as a table that can be mended and loaded again: line and reason first, then the row as it came. */
export async function getRefusedRows(
  deps: Deps,
  actor: DeskActor,
  { loadId }: InputOf<typeof getRefusedRowsEndpoint>,
): Promise<FileReply> {
  demandAdmin(actor);
  const { agencyId } = actor;
  const job = await read(deps, actor, (tx) => findLoad(tx, { agencyId, jobId: loadId }));
  if (!job) throw new AppError('not_found');
  const isTable = job.kind === 'table';
  const headings = [
    'Baris',
    'Alasan',
    ...(isTable ? COLUMNS.map((column) => titleOf(LOAD_COLUMNS[column][0])) : ['Naskah']),
  ];
  const lines = async function* () {
    yield toCsv([headings]);
    for (let afterLine = 0; ;) {
      const query = { agencyId, jobId: loadId, afterLine, limit: AT_ONCE };
      const rows = await read(deps, actor, (tx) => listRefusedRows(tx, query));
      if (rows.length > 0) yield toCsv(rows.map((row) => cellsOf(row, isTable))).replace(/^\uFEFF/u, '');
      if (rows.length < AT_ONCE) return;
      afterLine = rows.at(-1)?.line ?? afterLine;
    }
  };
  return {
    bytes: Readable.from(lines()),
    mediaType: 'text/csv; charset=utf-8',
    fileName: `ditolak-${pathPart(job.label.replace(/[.]\w+$/u, ''))}.csv`,
    disposition: 'attachment',
  };
}

function cellsOf({ line, reason, content }: RefusedRow, isTable: boolean): (string | number)[] {
  if (!isTable) return [line, reason, VerifiedRecord.safeParse(content).data?.metadataPath ?? ''];
  const row = content as TableRow;
  return [line, reason, ...COLUMNS.map((column) => row[column] ?? '')];
}

function titleOf(heading: string): string {
  return `${heading.charAt(0).toUpperCase()}${heading.slice(1)}`;
}
