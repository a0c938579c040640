import { findLabelled, type Labelled } from './find-labelled.ts';
import type { TextRun } from './group-lines.ts';
import { type Proposal, propose } from './proposal.ts';

/** Below this a misread digit is likely enough to offer the other reading. */
const SURE = 0.85;
/** Digits that recognisers and worn prints confuse, the commonest pair first. */
const CONFUSED = ['38', '17', '56', '06', '08', '49', '27', '58'];
const AS_DIGIT: Record<string, string> = { o: '0', O: '0', l: '1', I: '1', '|': '1', S: '5', B: '8', Z: '2' };

/** "Nomor : 600.1.10/1873/DPUPR-B/2026" */
export function proposeNumber(runs: readonly TextRun[]): Proposal | null {
  const labelled = findLabelled(runs.filter(isPlausible), ['nomor', 'no', 'number']);
  const run = labelled?.value[0];
  if (!labelled || !run) return null;
  const words = numberWords(run);
  const read = words.map((word) => word.text).join(isSpaced(run) ? ' ' : '');
  const value = mendSegments(read.replace(/[.,;:]+$/u, ''));
  const found = /\d/u.test(value) ? propose(value, [{ ...run, words }], fitOf(labelled, read, value)) : null;
  return found && found.confidence < SURE ? { ...found, alternatives: otherReadings(value) } : found;
}

function fitOf({ hasColon }: Labelled, read: string, value: string): number {
  return (hasColon ? 1 : 0.85) * (value.includes('/') ? 0.98 : 0.8) * (read.startsWith(value) ? 1 : 0.9);
}

/** "12 TAHUN 2026", not "600.1 / 1873 / DPUPR" with stray room around its strokes. */
function isSpaced({ text }: TextRun): boolean {
  return /^\S+\s+tahun\s+\d{4}/iu.test(text);
}

/** "Nomor 23 Tahun 2014" in a sentence is not the letter's own number. */
function isPlausible(run: TextRun): boolean {
  return run.words.length <= 9 && run.box.y < 0.5;
}

/** A number ends where the place and date on the same line begin. */
function numberWords(run: TextRun): readonly TextRun['words'][number][] {
  const { words } = run;
  if (isSpaced(run)) return words.slice(0, 3);
  const end = words.findIndex(
    (word, index) => index > 0 && /^[\p{L}]{3,},?$/u.test(word.text) && !/^[A-Z]+$/u.test(word.text),
  );
  return end < 0 ? words : words.slice(0, end);
}

/** In a part that is digits but for one or two letters, those are misread digits. */
function mendSegments(value: string): string {
  return value.replaceAll(/[^/.\s-]+/gu, (part) => {
    const digits = part.replaceAll(/[oOlI|SBZ]/gu, (letter) => AS_DIGIT[letter] ?? letter);
    const count = part.match(/\d/gu)?.length ?? 0;
    return /^\d+$/u.test(digits) && count >= 2 && count * 2 >= part.length ? digits : part;
  });
}

/** The serial number with its likeliest misread digit replaced. */
function otherReadings(value: string): string[] {
  const parts = value.split('/');
  const serial = parts.findIndex((part) => /^\d+$/u.test(part) && !/^(?:19|20)\d\d$/u.test(part));
  if (serial < 0) return [];
  const digits = parts[serial] ?? '';
  const others = CONFUSED.flatMap((pair) => swapDigits(digits, pair));
  return others.slice(0, 2).map((other) => parts.with(serial, other).join('/'));
}

function swapDigits(digits: string, pair: string): string[] {
  const [a = '', b = ''] = pair;
  return Array.from(digits, (digit, index) => ({ index, other: digit === a ? b : digit === b ? a : '' }))
    .filter(({ index, other }) => other !== '' && !(index === 0 && other === '0'))
    .reverse()
    .map(({ index, other }) => digits.slice(0, index) + other + digits.slice(index + 1));
}
