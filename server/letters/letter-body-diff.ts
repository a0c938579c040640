import { commonPairs, pairsByScore } from './letter-body-align.ts';
import type { LetterBody, MarkName } from './letter-body-nodes.ts';
import { bodyBlocks, type BodyBlock, type BodyRun } from './letter-body-text.ts';

export interface DiffSegment {
  op: 'equal' | 'insert' | 'delete';
  text: string;
  marks: MarkName[];
}

/** One paragraph of the comparison; `block` is the newer one, except for `delete`. */
export interface BlockChange {
  op: 'equal' | 'change' | 'insert' | 'delete';
  block: BodyBlock;
  segments: DiffSegment[];
}

export interface BodyDiff {
  blocks: BlockChange[];
  /** How many separate stretches were inserted and deleted. */
  inserted: number;
  deleted: number;
}

/** Compares two bodies word by word; a changed mark counts as a changed word. Joined, the segments give either text back. */
export function diffBodies(before: LetterBody, after: LetterBody): BodyDiff {
  const older = bodyBlocks(before);
  const newer = bodyBlocks(after);
  const blocks: BlockChange[] = [];
  let left = 0;
  let right = 0;
  for (const [nextLeft, nextRight] of withEnd(commonPairs(older.map(blockKey), newer.map(blockKey)), older, newer)) {
    blocks.push(...diffGap(older.slice(left, nextLeft), newer.slice(right, nextRight)));
    const same = newer[nextRight];
    if (same) blocks.push({ op: 'equal', block: same, segments: wholeSegments('equal', same) });
    left = nextLeft + 1;
    right = nextRight + 1;
  }
  return { blocks, ...countStretches(blocks) };
}

type Pair = [left: number, right: number];

/** The pairs, and one past both ends that flushes what is left. */
function withEnd(pairs: readonly Pair[], left: readonly unknown[], right: readonly unknown[]): Pair[] {
  return [...pairs, [left.length, right.length]];
}

function blockKey(block: BodyBlock): string {
  return `${block.kind} ${block.listDepth} ${JSON.stringify(block.runs)}`;
}

function diffGap(older: readonly BodyBlock[], newer: readonly BodyBlock[]): BlockChange[] {
  const changes: BlockChange[] = [];
  let left = 0;
  let right = 0;
  const flushTo = (nextLeft: number, nextRight: number): void => {
    for (const block of older.slice(left, nextLeft)) changes.push(wholeChange('delete', block));
    for (const block of newer.slice(right, nextRight)) changes.push(wholeChange('insert', block));
  };
  for (const [pairLeft, pairRight] of similarPairs(older, newer)) {
    flushTo(pairLeft, pairRight);
    const [from, to] = [older[pairLeft], newer[pairRight]];
    if (from && to) changes.push({ op: 'change', block: to, segments: diffRuns(from.runs, to.runs) });
    left = pairLeft + 1;
    right = pairRight + 1;
  }
  flushTo(older.length, newer.length);
  return changes;
}

/** Above this a gap is paired by position: a rewritten 200-row table has 2,400 cells on each side. */
const MAX_GAP_PAIRS = 40_000;
const ALIKE = 0.3;

function similarPairs(older: readonly BodyBlock[], newer: readonly BodyBlock[]): [number, number][] {
  if (older.length * newer.length > MAX_GAP_PAIRS) {
    return older.slice(0, newer.length).map((_, index): [number, number] => [index, index]);
  }
  const words = [older, newer].map((side) => side.map((block) => wordCounts(block.text)));
  return pairsByScore(older.length, newer.length, (left, right) => {
    const [from, to] = [older[left], newer[right]];
    if (!from || !to || from.kind !== to.kind) return 0;
    if (isSameCell(from, to)) return 0.5;
    const alike = likeness(words[0]?.[left], words[1]?.[right]);
    return alike >= ALIKE ? alike : 0;
  });
}

function isSameCell({ cell: from }: BodyBlock, { cell: to }: BodyBlock): boolean {
  return from !== null && to !== null && from.row === to.row && from.cell === to.cell;
}

function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function likeness(from: Map<string, number> | undefined, to: Map<string, number> | undefined): number {
  if (!from || !to) return 0;
  let shared = 0;
  for (const [word, count] of from) shared += Math.min(count, to.get(word) ?? 0);
  const total = [...from.values(), ...to.values()].reduce((sum, count) => sum + count, 0);
  return total === 0 ? 0 : (2 * shared) / total;
}

function wholeChange(op: 'insert' | 'delete', block: BodyBlock): BlockChange {
  return { op, block, segments: wholeSegments(op, block) };
}

function wholeSegments(op: DiffSegment['op'], block: BodyBlock): DiffSegment[] {
  return block.runs.map((run) => ({ op, ...run }));
}

function diffRuns(before: readonly BodyRun[], after: readonly BodyRun[]): DiffSegment[] {
  const older = tokens(before);
  const newer = tokens(after);
  const pairs = joinableOnly(commonPairs(older.map(runKey), newer.map(runKey)), older);
  const segments: DiffSegment[] = [];
  let left = 0;
  let right = 0;
  for (const [nextLeft, nextRight] of withEnd(pairs, older, newer)) {
    for (const token of older.slice(left, nextLeft)) append(segments, 'delete', token);
    for (const token of newer.slice(right, nextRight)) append(segments, 'insert', token);
    const same = newer[nextRight];
    if (same) append(segments, 'equal', same);
    left = nextLeft + 1;
    right = nextRight + 1;
  }
  return segments;
}

/** A space that stays between two changed words joins their change: "7 (tujuh)" is one deletion, not three. */
function joinableOnly(pairs: readonly [number, number][], older: readonly BodyRun[]): [number, number][] {
  return pairs.filter(([left, right], index) => {
    if (older[left]?.text.trim() !== '') return true;
    const previous = pairs[index - 1] ?? [-1, -1];
    const next = pairs[index + 1] ?? [Infinity, Infinity];
    const changedBefore = previous[0] !== left - 1 && previous[1] !== right - 1;
    const changedAfter = next[0] !== left + 1 && next[1] !== right + 1;
    return !(changedBefore && changedAfter);
  });
}

/** Words, spaces and closing punctuation, each with its marks. */
function tokens(runs: readonly BodyRun[]): BodyRun[] {
  return runs.flatMap((run) => {
    const parts = (run.text.match(/\s+|\S+/gu) ?? []).flatMap(splitClosing);
    return parts.map((text) => ({ text, marks: run.marks }));
  });
}

function splitClosing(word: string): string[] {
  let end = word.length;
  while (end > 1 && '.,;:!?'.includes(word.charAt(end - 1))) end -= 1;
  return end < word.length ? [word.slice(0, end), word.slice(end)] : [word];
}

function runKey(run: BodyRun): string {
  return `${run.marks.join(' ')}|${run.text}`;
}

function append(segments: DiffSegment[], op: DiffSegment['op'], run: BodyRun): void {
  const at = segments.findLastIndex((segment) => segment.op === op);
  const last = segments[at];
  const isOpen =
    last !== undefined && segments.slice(at + 1).every((segment) => segment.op !== 'equal' && op !== 'equal');
  if (isOpen && last.marks.join() === run.marks.join()) last.text += run.text;
  else segments.push({ op, text: run.text, marks: run.marks });
}

function countStretches(blocks: readonly BlockChange[]): { inserted: number; deleted: number } {
  const stretches = { insert: 0, delete: 0 };
  for (const { segments } of blocks) {
    for (const [index, { op }] of segments.entries()) {
      if (op !== 'equal' && segments[index - 1]?.op !== op) stretches[op] += 1;
    }
  }
  return { inserted: stretches.insert, deleted: stretches.delete };
}
