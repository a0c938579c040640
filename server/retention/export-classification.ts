import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { toCsv } from '../forms/to-csv.ts';
import type { FileReply } from '../http.ts';
import { today } from '../organisation/directory.ts';
import type { exportClassificationEndpoint } from './contract.ts';
import { factsOf, listInForce } from './queries.ts';
import type { CodeFacts } from './retention-shapes.ts';
import { FATE_WORDS, periodWords } from './retention-words.ts';
import { requireSchemeReader } from './scheme-rights.ts';

const HEADINGS = [
  'kode',
  'nama',
  'induk',
  'retensi_aktif',
  'retensi_inaktif',
  'nasib_akhir',
  'keterangan',
  'keamanan',
  'akses',
];

/** What is in force on a day, today unless given, in the words that an import reads back to the same. */
export function exportClassification(
  deps: Deps,
  actor: DeskActor,
  { onDate }: InputOf<typeof exportClassificationEndpoint>,
): Promise<FileReply> {
  return read(deps, actor, async (tx) => {
    requireSchemeReader(actor);
    const { agencyId } = actor;
    const day = onDate ?? (await today(tx, deps, agencyId)).date;
    const rows = await listInForce(tx, { agencyId, onDate: day });
    return {
      bytes: Buffer.from(toCsv([HEADINGS, ...rows.map((row) => [row.code, ...factCells(factsOf(row))])]), 'utf8'),
      mediaType: 'text/csv; charset=utf-8',
      fileName: `klasifikasi-jra-${day}.csv`,
      disposition: 'attachment',
    };
  });
}

function factCells({ name, parentCode, rule, securityClass, accessNote }: CodeFacts): string[] {
  const { activeYears = 0, triggerEvent = '', inactiveYears = 0, finalAction, exceptionNote = '' } = rule ?? {};
  const ruleCells =
    finalAction === undefined
      ? ['', '', '', '']
      : [
          periodWords({ years: activeYears, trigger: triggerEvent }),
          periodWords({ years: inactiveYears, trigger: '' }),
          FATE_WORDS[finalAction],
          exceptionNote,
        ];
  return [name, parentCode ?? '', ...ruleCells, securityClass, accessNote];
}
