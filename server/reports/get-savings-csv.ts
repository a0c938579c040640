import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { FileReply } from '../http.ts';
import type { getSavingsCsvEndpoint } from './contract.ts';
import { toCsv } from '../forms/to-csv.ts';
import { listMovements, type Movement } from './queries.ts';
import { reportRights } from './report-scope.ts';

const HEADINGS = [
  'Peristiwa',
  'Tanggal',
  'Unit',
  'Nomor surat',
  'Jenis naskah',
  'Halaman',
  'Penerima tanpa kertas',
  'Kiriman ke luar unit',
  'Penerima yang masih perlu kertas',
  'Lembar dicetak',
];

const KINDS = { sent: 'Surat keluar', arrived: 'Surat masuk', printed: 'Cetakan' } as const;
const TYPES = { surat_dinas: 'Surat dinas', nota_dinas: 'Nota dinas' } as const;

/** Exactly the letters, arrivals and prints that the report of the same dates counts. */
export function getSavingsCsv(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getSavingsCsvEndpoint>,
): Promise<FileReply> {
  return read(deps, actor, async (tx) => {
    const { scope } = await reportRights(tx, actor, input);
    const movements = await listMovements(tx, scope);
    return {
      bytes: Buffer.from(toCsv([HEADINGS, ...movements.map(csvRow)]), 'utf8'),
      mediaType: 'text/csv; charset=utf-8',
      fileName: `penghematan-${input.from}-${input.to}.csv`,
      disposition: 'attachment',
    };
  });
}

function csvRow(moved: Movement): (string | number)[] {
  return [
    KINDS[moved.kind],
    moved.day,
    moved.unitName,
    moved.isOpen ? moved.number : 'Rahasia',
    TYPES[moved.type],
    moved.pages,
    moved.copies,
    moved.outside,
    moved.missed,
    moved.sheets,
  ];
}
