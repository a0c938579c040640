import { type TextRun, unite } from './group-lines.ts';
import type { PageBox, ReadWord } from './reading.ts';

/** A value found on a page, for a person to accept or correct. */
export interface Proposal {
  readonly value: string;
  /** 0 to 1: how well the words could be read and how surely they are what they are taken for. */
  readonly confidence: number;
  /** Index among the pages that were given. */
  readonly page: number;
  readonly box: PageBox;
  /** Other values that the same words may mean, likeliest first; at most two. */
  readonly alternatives: readonly string[];
}

/** A value of these runs, all on one page; `fit` from 0 to 1 says how well the place and shape match. */
export function propose(
  value: string,
  runs: readonly Pick<TextRun, 'words' | 'page'>[],
  fit: number,
  alternatives: readonly string[] = [],
): Proposal | null {
  const words = runs.flatMap((run) => run.words);
  if (words.length === 0 || value === '') return null;
  return {
    value,
    confidence: Math.round(fit * readability(words) * 100) / 100,
    page: runs[0]?.page ?? 0,
    box: unite(words),
    alternatives: alternatives.slice(0, 2),
  };
}

/** One badly read word spoils a value more than many good ones mend it. */
function readability(words: readonly ReadWord[]): number {
  const weights = words.filter((word) => /[\p{L}\p{N}]/u.test(word.text)).map((word) => word.confidence);
  if (weights.length === 0) return Math.min(...words.map((word) => word.confidence));
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return 0.5 * mean + 0.5 * Math.min(...weights);
}
