import { isNearWord } from './fold-word.ts';
import { type TextRun, toRun } from './group-lines.ts';
import type { ReadWord } from './reading.ts';

export interface Labelled {
  /** What stands after the label; for values over several lines, one run each. */
  readonly value: readonly TextRun[];
  readonly hasColon: boolean;
  readonly label: TextRun;
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
  const [first, ...rest] = run?.words ?? [];
  if (!run || !first) return null;
  const [name = '', attached] = splitColon(first);
  if (!labels.some((label) => isNearWord(name, label))) return null;
  const words = attached ? [attached, ...rest] : rest;
  const own = trimColon(words);
  const hasColon = /[:;]/u.test(first.text) || own.hasColon;
  const label = toRun([first], run.page, run.ratio);
  if (own.words.length > 0) return { value: [toRun(own.words, run.page, run.ratio)], hasColon, label };
  const beside = valueBeside(runs, index, run);
  return beside ? { value: beside.value, hasColon: hasColon || beside.hasColon, label } : null;
}

/** The value in a column of its own: the next run or, after a colon that stands alone, the one after it. */
function valueBeside(runs: readonly TextRun[], index: number, run: TextRun): Omit<Labelled, 'label'> | null {
  const level = runs.slice(index + 1, index + 3).filter((next) => isLevel(run, next));
  let end = run.box.x + run.box.width;
  let hasColon = false;
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
function splitColon(word: ReadWord): [string, ReadWord | undefined] {
  const at = word.text.search(/[:;]/u);
  const rest = at < 0 ? '' : word.text.slice(at + 1);
  if (rest === '') return [at < 0 ? word.text : word.text.slice(0, at), undefined];
  const share = (at + 1) / word.text.length;
  const attached = { ...word, text: rest, x: word.x + word.width * share, width: word.width * (1 - share) };
  return [word.text.slice(0, at), attached];
}

function trimColon(words: readonly ReadWord[]): { words: readonly ReadWord[]; hasColon: boolean } {
  const [first, ...rest] = words;
  if (!first || !/^[:;]/u.test(first.text)) return { words, hasColon: false };
  const attached = COLON.test(first.text) ? undefined : splitColon(first)[1];
  return { words: attached ? [attached, ...rest] : rest, hasColon: true };
}
