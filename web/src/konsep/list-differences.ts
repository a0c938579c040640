import { typeNames, gradeNames, securityNames } from './letter-words.ts';
import type { DraftContent, DraftRecipient } from './draft-content.ts';

export interface FieldDifference {
  label: string;
  mine: string;
  theirs: string;
}

const labels: readonly [label: string, read: (content: DraftContent) => string][] = [
  ['Jenis naskah', (content) => typeNames[content.type]],
  ['Hal', (content) => content.subject.trim()],
  ['Sifat', (content) => gradeNames[content.handlingGrade]],
  ['Klasifikasi keamanan', (content) => securityNames[content.securityClass]],
  ['Klasifikasi', (content) => content.classification?.code ?? ''],
  ['Tujuan', (content) => names(content.to)],
  ['Tembusan', (content) => names(content.cc)],
  ['Penanda tangan', (content) => content.signatory?.title ?? ''],
  ['Atas nama', (content) => content.onBehalfOf?.title ?? ''],
  ['Balasan paling lambat', (content) => content.dueDate ?? ''],
  ['Alur paraf', (content) => content.circuit.map((step) => `${step.stage}. ${step.desk.title}`).join('; ')],
];

function names(recipients: readonly DraftRecipient[]): string {
  return recipients
    .map(({ name, input }) =>
      input.kind === 'external' ? [name, input.place, input.email].filter(Boolean).join(', ') : name,
    )
    .join('; ');
}

/** The fields that differ, in the words of the screen; the body is compared elsewhere. */
export function listDifferences(mine: DraftContent, theirs: DraftContent): FieldDifference[] {
  return labels.flatMap(([label, read]) => {
    const [left, right] = [read(mine), read(theirs)];
    return left === right
      ? []
      : [{ label, mine: left === '' ? 'kosong' : left, theirs: right === '' ? 'kosong' : right }];
  });
}
