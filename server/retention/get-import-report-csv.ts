import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { toCsv } from '../forms/to-csv.ts';
import type { FileReply } from '../http.ts';
import type { getImportReportCsvEndpoint } from './contract.ts';
import { previewImport, type Preview } from './get-import-report.ts';
import { groupsOf, type Change } from './plan-changes.ts';
import type { CodeFacts, ReportGroup } from './retention-shapes.ts';
import { ruleWords } from './rule-words.ts';

const HEADINGS = [
  'Perubahan',
  'Kode',
  'Nama',
  'Semula',
  'Menjadi',
  'Berkas',
  'Baris',
  'Kolom',
  'Masalah',
  'Yang harus dilakukan',
];
const LABELS: Record<ReportGroup, string> = {
  added: 'Ditambahkan',
  renamed: 'Ganti nama',
  moved: 'Pindah induk',
  retention: 'Retensi berubah',
  security: 'Keamanan dan akses berubah',
  retired: 'Dicabut',
  refused: 'Ditolak',
};
const SLOTS = { scheme: 'klasifikasi', schedule: 'JRA' } as const;

/** Every row of the report, for whoever mends the files or keeps the decision. */
export async function getImportReportCsv(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getImportReportCsvEndpoint>,
): Promise<FileReply> {
  const preview = await previewImport(deps, actor, input);
  return {
    bytes: Buffer.from(toCsv([HEADINGS, ...reportRows(preview)]), 'utf8'),
    mediaType: 'text/csv; charset=utf-8',
    fileName: `laporan-perubahan-klasifikasi-${preview.effectiveFrom}.csv`,
    disposition: 'attachment',
  };
}

function reportRows({ plan, fileCounts }: Preview): (string | number)[][] {
  return [
    ...plan.changes.flatMap((change) => groupsOf(change).map((group) => changeRow(group, change))),
    ...plan.retired.map(({ code, name }) => [
      LABELS.retired,
      code,
      name,
      '',
      '',
      fileCounts.get(code) ?? 0,
      '',
      '',
      '',
      '',
    ]),
    ...plan.refused.map(({ slot, line, column, code, problem, advice }) => [
      ...[LABELS.refused, code, '', '', '', SLOTS[slot], line],
      ...[column, problem, advice],
    ]),
  ];
}

function changeRow(group: ReportGroup, { code, before, after }: Change): (string | number)[] {
  const words = (facts: CodeFacts | null) => (facts === null ? '' : WORDS[group](facts));
  return [LABELS[group], code, after.name, words(before), words(after), '', '', '', '', ''];
}

const WORDS: Record<ReportGroup, (facts: CodeFacts) => string> = {
  added: ({ rule }) => ruleWords(rule),
  renamed: ({ name }) => name,
  moved: ({ parentCode }) => parentCode ?? 'kode pokok',
  retention: ({ rule }) => ruleWords(rule),
  security: ({ securityClass, accessNote }) => [securityClass, accessNote].filter((part) => part !== '').join(', '),
  retired: () => '',
  refused: () => '',
};
