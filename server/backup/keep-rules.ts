import { timeOfName } from './backup-names.ts';

/** How many days and weeks have their newest backup kept. */
export interface KeepRules {
  days: number;
  weeks: number;
}

/**
 * The names that the rules keep: the newest of each of the last days and of the last weeks that have one, always the
 * newest of all. Days and weeks are those of UTC, weeks begin on Monday.
 */
export function chooseKept(names: readonly string[], rules: KeepRules): Set<string> {
  const newestFirst = names.toSorted().reverse();
  const kept = new Set(newestFirst.slice(0, 1));
  for (const [count, periodOf] of [
    [rules.days, dayOf],
    [rules.weeks, weekOf],
  ] as const) {
    const seen = new Set<number>();
    for (const name of newestFirst) {
      const period = periodOf(timeOfName(name)?.getTime() ?? 0);
      if (seen.has(period)) continue;
      seen.add(period);
      if (seen.size > count) break;
      kept.add(name);
    }
  }
  return kept;
}

const DAY_MS = 24 * 3_600_000;
const dayOf = (time: number) => Math.floor(time / DAY_MS);
// The first of January 1970 was a Thursday.
const weekOf = (time: number) => Math.floor((time / DAY_MS + 3) / 7);
