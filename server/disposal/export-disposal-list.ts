import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { toCsv } from '../forms/to-csv.ts';
import type { FileReply } from '../http.ts';
import { listDestroyed } from './destroyed-queries.ts';
import { labelOf } from './disposal-command.ts';
import { listAllFiles } from './list-disposal-files.ts';
import { listTable } from './list-table.ts';
import { loadDisposal } from './load-disposal.ts';

interface Asked {
  disposalId: string;
}

/** The same columns as on paper. */
export function exportDisposalList(deps: Deps, actor: DeskActor, { disposalId }: Asked): Promise<FileReply> {
  return read(deps, actor, async (tx) => {
    const { row } = await loadDisposal(tx, deps, actor, { disposalId });
    const files = await listAllFiles(tx, { agencyId: actor.agencyId, disposalId });
    const { columns, rows } = listTable(row.kind, '', files);
    const csv = toCsv([columns.map(({ heading }) => heading), ...rows.map(({ cells }) => cells)]);
    await recordEvents(tx, deps, actor, [{ action: 'disposal.downloaded', detail: { disposalId, part: 'list' } }]);
    return csvReply(`daftar-usulan-${labelOf(row)}`, csv);
  });
}

const HASHES = [
  'Nomor berkas',
  'Kode klasifikasi',
  'Nomor',
  'Tanggal',
  'Uraian',
  'Komponen',
  'SHA-256',
  'Ukuran (bita)',
];

/** One line for each component: what must not come back with an older backup. */
export function exportDestroyed(deps: Deps, actor: DeskActor, { disposalId }: Asked): Promise<FileReply> {
  return read(deps, actor, async (tx) => {
    const { row } = await loadDisposal(tx, deps, actor, { disposalId });
    const records = await listDestroyed(tx, { agencyId: actor.agencyId, disposalId });
    const lines = records.flatMap((record) =>
      record.components.map((part) => [
        record.fileNumber,
        record.code,
        record.number,
        record.recordDate ?? '',
        record.securityClass === 'R' || record.securityClass === 'SR' ? '(rahasia)' : record.title,
        part.name,
        part.sha256,
        part.sizeBytes ?? 0,
      ]),
    );
    const detail = { disposalId, part: 'destroyed' };
    await recordEvents(tx, deps, actor, [{ action: 'disposal.downloaded', detail }]);
    return csvReply(`daftar-hash-musnah-${labelOf(row)}`, toCsv([HASHES, ...lines]));
  });
}

function csvReply(name: string, csv: string): FileReply {
  return {
    bytes: Buffer.from(csv, 'utf8'),
    mediaType: 'text/csv; charset=utf-8',
    fileName: `${name.replace(/\//gu, '-')}.csv`,
    disposition: 'attachment',
  };
}
