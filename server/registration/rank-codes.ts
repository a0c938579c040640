import type { LikeCode } from './context-queries.ts';

/** An earlier letter is stronger evidence than a name. */
const HISTORY_WEIGHT = 3;

interface Ranked {
  code: string;
  name: string;
}

/** Orders codes by the words they share with a subject; a word that fits many codes says little. */
export function rankCodes(byName: readonly LikeCode[], byHistory: readonly LikeCode[], most: number): Ranked[] {
  const scores = new Map<string, { name: string; score: number }>();
  const add = (rows: readonly LikeCode[], weight: number) => {
    const weights = weigh(rows);
    for (const { code, name, words } of rows) {
      const score = weight * words.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
      scores.set(code, { name, score: (scores.get(code)?.score ?? 0) + score });
    }
  };
  add(byName, 1);
  add(byHistory, HISTORY_WEIGHT);
  return [...scores]
    .toSorted(([oneCode, one], [otherCode, other]) => other.score - one.score || oneCode.localeCompare(otherCode))
    .slice(0, most)
    .map(([code, { name }]) => ({ code, name }));
}

/** One over the number of different codes that a word leads to. */
function weigh(rows: readonly LikeCode[]): Map<string, number> {
  const codes = new Map<string, Set<string>>();
  for (const { code, words } of rows)
    for (const word of words) codes.set(word, (codes.get(word) ?? new Set()).add(code));
  return new Map([...codes].map(([word, of]) => [word, 1 / of.size]));
}
