import type { ReactNode } from 'react';
import type { ChangedCode, CodeFacts, ImportReport } from '../../../server/retention/contract.ts';
import { formatCount } from '../format/numbers.ts';
import { Badge } from '../kit/index.ts';
import css from './import.module.css';
import { ruleLine, securityWords, type Group } from './scheme-words.ts';

const slotNames = { scheme: 'Klasifikasi', schedule: 'JRA' } as const;

interface Table {
  headings: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

type Compared = 'renamed' | 'moved' | 'retention' | 'security';

const words: Record<Compared, (facts: CodeFacts) => string> = {
  renamed: (facts) => facts.name,
  moved: (facts) => facts.parentCode ?? 'Kode pokok',
  retention: (facts) => ruleLine(facts.rule),
  security: ({ securityClass, accessNote }) =>
    accessNote === '' ? securityWords[securityClass] : `${securityWords[securityClass]}, ${accessNote}`,
};

function added({ code, after, isRevived }: ChangedCode) {
  const name = isRevived ? (
    <>
      {after.name} <Badge tone="menunggu">Berlaku kembali</Badge>
    </>
  ) : (
    after.name
  );
  return { key: code, cells: [code, name, after.parentCode ?? '', ruleLine(after.rule)] };
}

function compared(group: Compared, changes: readonly ChangedCode[]): Table {
  const say = words[group];
  return {
    headings: group === 'renamed' ? ['Kode', 'Semula', 'Menjadi'] : ['Kode', 'Nama', 'Semula', 'Menjadi'],
    rows: changes.map(({ code, before, after }) => {
      const change = [before === null ? '' : say(before), say(after)];
      return { key: code, cells: group === 'renamed' ? [code, ...change] : [code, after.name, ...change] };
    }),
  };
}

function tableOf(report: ImportReport, group: Group): Table {
  if (group === 'added')
    return { headings: ['Kode', 'Nama', 'Induk', 'Retensi'], rows: report.added.map((change) => added(change)) };
  if (group === 'retired')
    return {
      headings: ['Kode', 'Nama', 'Berkas'],
      rows: report.retired.map(({ code, name, fileCount }) => ({ key: code, cells: [code, name, String(fileCount)] })),
    };
  if (group === 'refused')
    return {
      headings: ['Baris', 'Berkas', 'Kode', 'Kolom', 'Masalah', 'Yang harus dilakukan'],
      rows: report.refused.map(({ slot, line, code, column, problem, advice }) => ({
        key: `${slot} ${line}`,
        cells: [String(line), slotNames[slot], code, column, problem, advice],
      })),
    };
  return compared(group, report[group]);
}

/** The rows of one group; on phones each row is a short list. */
export function ReportTable({ report, group }: { report: ImportReport; group: Group }) {
  const { headings, rows } = tableOf(report, group);
  const hidden = report.counts[group] - rows.length;
  return (
    <div className={css['tableFrame']}>
      <table className={css['table']}>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, at) => (
                <td key={headings[at]} data-label={at < 2 && group !== 'refused' ? undefined : headings[at]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 ? (
        <p className={css['more']}>{formatCount(hidden)} baris lagi ada pada laporan lengkap (CSV).</p>
      ) : null}
    </div>
  );
}
