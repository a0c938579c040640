import type { PageBox, ReadPage, ReadWord } from './reading.ts';

/** Words that stand together on one line, with no wide gap between them. */
export interface TextRun {
  /** Index among the pages that were given. */
  readonly page: number;
  readonly words: readonly ReadWord[];
  readonly text: string;
  readonly box: PageBox;
  /** Height over width of the page: gaps are compared with heights. */
  readonly ratio: number;
}

/** A gap wider than this many letter heights separates columns. */
const COLUMN_GAP = 2.6;

/** The runs of a page from top to bottom, left to right, from where the words are and not from how they were grouped. */
export function groupLines(page: ReadPage, index: number): TextRun[] {
  const ratio = page.heightPx / Math.max(1, page.widthPx);
  const usable = page.words.filter(
    (word) => word.height > 0 && word.height < 0.08 && /[\p{L}\p{N}:\-–]/u.test(word.text),
  );
  const lines: ReadWord[][] = [];
  for (const word of usable.toSorted((a, b) => centre(a) - centre(b))) {
    const line = lines.slice(-4).find((candidate) => isSameLine(candidate, word));
    if (line) line.push(word);
    else lines.push([word]);
  }
  return lines
    .map((line) => line.toSorted((a, b) => a.x - b.x))
    .flatMap((line) => splitAtGaps(line, ratio).map((words) => toRun(words, index, ratio)));
}

/** The words as one run; empty runs have no box and must not be made. */
export function toRun(words: readonly ReadWord[], page: number, ratio: number): TextRun {
  return { page, words, text: words.map((word) => word.text).join(' '), box: unite(words), ratio };
}

export function unite(boxes: readonly PageBox[]): PageBox {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

function centre(box: PageBox): number {
  return box.y + box.height / 2;
}

/** Scans lean: a word belongs to a line when it stands level with the word of it that is nearest. */
function isSameLine(line: readonly ReadWord[], word: ReadWord): boolean {
  const nearest = line.reduce((best, other) => (Math.abs(other.x - word.x) < Math.abs(best.x - word.x) ? other : best));
  return Math.abs(centre(nearest) - centre(word)) < 0.5 * Math.max(nearest.height, word.height);
}

function splitAtGaps(line: readonly ReadWord[], ratio: number): ReadWord[][] {
  const height = median(line.map((word) => word.height)) * ratio;
  const runs: ReadWord[][] = [];
  let end = -Infinity;
  for (const word of line) {
    const current = runs.at(-1);
    if (current && word.x - end < COLUMN_GAP * height) current.push(word);
    else runs.push([word]);
    end = Math.max(end, word.x + word.width);
  }
  return runs;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
