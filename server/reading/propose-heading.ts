import { findLabelled } from './find-labelled.ts';
import { followLines } from './follow-lines.ts';
import { isNearWord } from './fold-word.ts';
import type { TextRun } from './group-lines.ts';
import { joinLines } from './join-lines.ts';
import { type Proposal, propose } from './proposal.ts';

/** "Hal : ..." or "Perihal : ...", over as many lines as it takes. */
export function proposeSubject(runs: readonly TextRun[]): Proposal | null {
  const labelled = findLabelled(headingOf(runs), ['hal', 'perihal']);
  const first = labelled?.value[0];
  if (!labelled || !first) return proposeTitle(runs);
  const lines = [first, ...followLines(runs, first, isSalutation)];
  return propose(joinLines(lines), lines, labelled.hasColon ? 0.98 : 0.85);
}

/** Circulars and decisions carry "TENTANG" and their subject under it, in the middle of the page. */
function proposeTitle(runs: readonly TextRun[]): Proposal | null {
  const at = runs.findIndex((run) => run.words.length === 1 && isNearWord(run.text, 'tentang'));
  const lines: TextRun[] = [];
  for (const run of runs.slice(at + 1)) {
    if (at < 0 || run.text !== run.text.toUpperCase()) break;
    lines.push(run);
  }
  return propose(joinLines(lines), lines, 0.85);
}

/** "Lampiran : 1 (satu) berkas" */
export function proposeAttachmentText(runs: readonly TextRun[]): Proposal | null {
  const labelled = findLabelled(headingOf(runs), ['lampiran', 'lamp']);
  const value = labelled?.value[0];
  if (!labelled || !value) return null;
  return propose(value.text.replace(/^[-–—.]+$/u, '-'), [value], labelled.hasColon ? 0.98 : 0.8);
}

const GRADES = [
  { words: ['sangat', 'segera'], value: 'sangat_segera' },
  { words: ['amat', 'segera'], value: 'sangat_segera' },
  { words: ['kilat'], value: 'sangat_segera' },
  { words: ['segera'], value: 'segera' },
  { words: ['biasa'], value: 'biasa' },
] as const;
const CLASSES = [
  { words: ['sangat', 'rahasia'], value: 'SR' },
  { words: ['rahasia'], value: 'R' },
  { words: ['terbatas'], value: 'T' },
] as const;

export interface GradeProposals {
  /** One of HandlingGrade. */
  readonly handlingGrade: Proposal | null;
  /** One of SecurityClass: many letters write "Rahasia" as their Sifat. */
  readonly securityClass: Proposal | null;
}

/** "Sifat : Segera" */
export function proposeGrades(runs: readonly TextRun[]): GradeProposals {
  const labelled = findLabelled(headingOf(runs), ['sifat']);
  const run = labelled?.value[0];
  if (!labelled || !run) return { handlingGrade: null, securityClass: null };
  const fit = labelled.hasColon ? 0.98 : 0.85;
  const match = (choices: readonly { words: readonly string[]; value: string }[]) => {
    const choice = choices.find(({ words }) => holdsInOrder(run, words));
    return choice ? propose(choice.value, [run], fit) : null;
  };
  return { handlingGrade: match(GRADES), securityClass: match(CLASSES) };
}

function holdsInOrder(run: TextRun, words: readonly string[]): boolean {
  return run.words.some((_, start) =>
    words.every((word, offset) => isNearWord(run.words[start + offset]?.text ?? '', word)),
  );
}

/** "Yth. ..." with the lines under it, without the place after "di". */
export function proposeAddressee(runs: readonly TextRun[]): Proposal | null {
  const at = runs.findIndex((run) => run.words.some((word, index) => index < 3 && isYth(word.text)));
  const run = runs[at];
  if (!run) return null;
  const after = run.words.slice(run.words.findIndex((word) => isYth(word.text)) + 1);
  const words = after.filter((word, index) => !(index === 0 && /^[:;.]$/u.test(word.text)));
  const start = words.length > 0 ? { ...run, words, text: words.map((word) => word.text).join(' ') } : undefined;
  const below = followLines(runs, run, isPlace);
  const beside = start ? followLines(runs, { ...run, box: { ...run.box, x: words[0]?.x ?? run.box.x } }, isPlace) : [];
  const lines = [...(start ? [start] : []), ...(beside.length > below.length ? beside : below)];
  return propose(joinLines(lines).replace(/,$/u, ''), lines, start ? 0.97 : 0.9);
}

function isYth(word: string): boolean {
  return isNearWord(word, 'yth') || /^Y[tl1i]h[.:,]?/u.test(word);
}

/** "di -", "di Pontianak", "di tempat"; but "di Lingkungan ..." goes on with the addressee. */
function isPlace(run: TextRun): boolean {
  return /^di\b(?! ?lingkungan)/iu.test(run.text) || /^d[il1] ?[-–]/iu.test(run.text) || isSalutation(run);
}

function isSalutation(run: TextRun): boolean {
  return /^(?:yth|kepada|dengan hormat|assalamu|salam|tempat$)/iu.test(run.text);
}

function headingOf(runs: readonly TextRun[]): TextRun[] {
  return runs.filter((run) => run.box.y < 0.6);
}
