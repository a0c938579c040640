import { startsWithLabel } from './find-labelled.ts';
import type { TextRun } from './group-lines.ts';

/** Lines of one value stand closer than this many letter heights, from top to top. */
const LINE_STEP = 2.6;
/** And begin within this many letter heights of each other. */
const INDENT = 2.2;

/** The lines under a run that go on with it: close below, beginning at the same place, without a label of their own. */
export function followLines(runs: readonly TextRun[], first: TextRun, isEnd: (run: TextRun) => boolean): TextRun[] {
  const lines: TextRun[] = [];
  let last = first;
  for (const run of runs) {
    if (run.page !== first.page || run.box.y <= last.box.y + last.box.height * 0.4) continue;
    const height = letterHeight(first);
    if (topOf(run) - topOf(last) > LINE_STEP * height) break;
    if (Math.abs(run.box.x - first.box.x) > INDENT * height * first.ratio) continue;
    if (startsWithLabel(run) || isEnd(run)) break;
    lines.push(run);
    last = run;
  }
  return lines;
}

function letterHeight(run: TextRun): number {
  return Math.max(...run.words.map((word) => word.height));
}

function topOf(run: TextRun): number {
  return run.words[0]?.y ?? run.box.y;
}
