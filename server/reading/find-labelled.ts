import { isNearWord } from './fold-word.ts';
import { type TextRun, toRun } from './group-lines.ts';
import type { ReadWord } from './reading.ts';

export interface Labelled {
  /** What stands after the label; for values over several lines, one run each. */
  readonly value: readonly TextRun[];
  readonly hasColon: boolean;
}

const LABELS = [
  'nomor',
  'no',
  'sifat',
  'lampiran',
  'lamp',
  'hal',
  'perihal',
  'tanggal',
  'kepada',
  'yth',
  'dari',
  'tembusan',
];
/** A value stands at most this share of the page right of its label. */
const MOST_GAP = 0.16;
const COLON = /^[:;]$/u;

/** True when the run begins as one of the lines of a letter's heading does. */
export function startsWithLabel(run: TextRun): boolean {
  const first = run.words[0]?.text ?? '';
  return LABELS.some((label) => isNearWord(first.split(/[:;]/u)[0] ?? '', label));
}

/** What stands after the first of the labels ("Nomor : ..."), in the order of the runs; null when no label is there. */
export function findLabelled(runs: readonly TextRun[], labels: readonly string[]): Labelled | null {
  const found = runs.flatMap((_, index) => {
    const labelled = readLabelled(runs, index, labels);
    return labelled ? [labelled] : [];
  });
  return found.find((labelled) => labelled.hasColon) ?? found[0] ?? null;
}

function readLabelled(runs: readonly TextRun[], index: number, labels: readonly string[]): Labelled | null {
  const run = runs[index];
  const first = run?.words[0];
  if (!run || !first) return null;
  const { before, attached } = splitColon(first);
  if (!labels.some((label) => isNearWord(before, label))) return null;
  const own = trimColon([...(attached ? [attached] : []), ...run.words.slice(1)]);
  const hasColon = first.text.length > before.length || own.hasColon;
  if (!hasColon && !isSetApart(run)) return null;
  if (own.words.length === 0) return valueBeside(runs, index, hasColon);
  return { value: [toRun(own.words, run.page, run.ratio)], hasColon };
}

/** Without a colon a label shows by the room after it; "Hal tersebut ..." is a sentence. */
function isSetApart({ words: [label, value], ratio }: TextRun): boolean {
  if (!label || !value || /\d.*[/.-].*\w/u.test(value.text)) return true;
  return value.x - label.x - label.width > label.height * ratio;
}

/** The value in a column of its own: the next run or, after a colon that stands alone, the one after it. */
function valueBeside(runs: readonly TextRun[], index: number, hasOwnColon: boolean): Labelled | null {
  const run = runs[index];
  if (!run) return null;
  const level = runs.slice(index + 1, index + 3).filter((next) => isLevel(run, next));
  let end = run.box.x + run.box.width;
  let hasColon = hasOwnColon;
  for (const next of level) {
    if (next.box.x - end > MOST_GAP) return null;
    const { words, hasColon: startsWithColon } = trimColon(next.words);
    hasColon ||= startsWithColon;
    if (words.length > 0) return { value: [toRun(words, next.page, next.ratio)], hasColon };
    end = next.box.x + next.box.width;
  }
  return null;
}

function isLevel(run: TextRun, next: TextRun): boolean {
  const [a, b] = [run.words.at(-1) ?? run.box, next.words[0] ?? next.box];
  return next.page === run.page && Math.abs(a.y + a.height / 2 - b.y - b.height / 2) < Math.max(a.height, b.height);
}

/** "Nomor:123" is a label and the beginning of a value. */
function splitColon(word: ReadWord): { before: string; attached: ReadWord | undefined } {
  const [before = '', rest = ''] = [word.text.split(/[:;]/u, 1)[0], /[:;](.*)$/u.exec(word.text)?.[1]];
  if (rest === '') return { before, attached: undefined };
  const share = 1 - rest.length / word.text.length;
  const attached = { ...word, text: rest, x: word.x + word.width * share, width: word.width * (1 - share) };
  return { before, attached };
}

function trimColon(words: readonly ReadWord[]): { words: readonly ReadWord[]; hasColon: boolean } {
  const [first, ...rest] = words;
  if (!first || !/^[:;]/u.test(first.text)) return { words, hasColon: false };
  const attached = COLON.test(first.text) ? undefined : splitColon(first).attached;
  return { words: attached ? [attached, ...rest] : rest, hasColon: true };
}
