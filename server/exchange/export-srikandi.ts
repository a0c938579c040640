import { Readable } from 'node:stream';
import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { toCsv } from '../forms/to-csv.ts';
import type { FileReply } from '../http.ts';
import { unitsArchived } from './archived-by.ts';
import type { exportSrikandiEndpoint } from './contract.ts';
import { listIncomingLines, listOutgoingLines, type SrikandiLine } from './srikandi-queries.ts';

const AT_ONCE = 1000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const GRADES: Record<string, string> = { biasa: 'Biasa', segera: 'Segera', sangat_segera: 'Sangat Segera' };
const CLASSES: Record<string, string> = { B: 'Biasa', T: 'Terbatas', R: 'Rahasia', SR: 'Sangat Rahasia' };

const COLUMNS: readonly [heading: string, value: (line: SrikandiLine) => string][] = [
  ['ID Naskah', ({ id }) => id],
  ['Nomor Naskah', ({ number }) => number],
  ['Tanggal Naskah', ({ date }) => date ?? ''],
  ['Tanggal Diterima', ({ receivedDate }) => receivedDate ?? ''],
  ['Nomor Agenda', ({ agendaNumber }) => agendaNumber],
  ['Jenis Naskah', ({ type }) => type],
  ['Sifat Naskah', ({ grade }) => GRADES[grade] ?? grade],
  ['Tingkat Keamanan', ({ securityClass }) => CLASSES[securityClass] ?? securityClass],
  ['Kode Klasifikasi', ({ code }) => code],
  ['Hal', ({ subject }) => subject],
  ['Ringkasan', ({ summary }) => summary],
  ['Asal Naskah', ({ sender }) => sender],
  ['Tujuan Naskah', ({ recipient }) => recipient],
  ['Unit Kerja', ({ unitName }) => unitName],
];

/** Naskah masuk or keluar of a unit with the columns of SRIKANDI's forms, written while it is sent. */
export async function exportSrikandi(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof exportSrikandiEndpoint>,
): Promise<FileReply> {
  const units = unitsArchived(actor);
  const unitId = input.unitId ?? units[0] ?? '';
  if (!units.includes(unitId))
    throw new AppError('forbidden', { detail: 'Hanya arsiparis unit itu yang dapat mengekspor naskahnya.' });
  const { book, from, to } = input;
  const detail = { book, unitId, from, to };
  await read(deps, actor, (tx) => recordEvents(tx, deps, actor, [{ action: 'srikandi.exported', detail }]));
  const list = book === 'incoming' ? listIncomingLines : listOutgoingLines;
  const lines = async function* () {
    yield toCsv([COLUMNS.map(([heading]) => heading)]);
    for (let afterId = BEFORE_ALL; ;) {
      const query = { agencyId: actor.agencyId, unitId, from, to, afterId, limit: AT_ONCE };
      const rows = await read(deps, actor, (tx) => list(tx, query));
      if (rows.length > 0) yield toCsv(rows.map((row) => COLUMNS.map(([, value]) => value(row)))).slice(1);
      if (rows.length < AT_ONCE) return;
      afterId = rows.at(-1)?.id ?? afterId;
    }
  };
  return {
    bytes: Readable.from(lines()),
    mediaType: 'text/csv; charset=utf-8',
    fileName: `srikandi-naskah-${book === 'incoming' ? 'masuk' : 'keluar'}-${from}-${to}.csv`,
    disposition: 'attachment',
  };
}
