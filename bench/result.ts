/** One line of `bench/results/latest.json`. */
export interface BenchResult {
  id: string;
  what: string;
  /** Ours against the baseline, or the figure itself where a goal is absolute: median of the blocks. */
  ratio: number;
  goal: number | null;
  /** Null where the figure is only reported. */
  pass: boolean | null;
  ours: number;
  baseline: number | null;
  unit: string;
  blocks: number;
  /** Interval of the median that holds with at least 95 %, from the blocks' own order. */
  low: number;
  high: number;
  wallSeconds?: { ours: number; baseline: number };
  cpuSeconds?: { ours: number; baseline: number };
}

/** Where the goal lies: a rate must reach `atLeast`, a cost must stay `atMost`. */
export type Goal = { atLeast: number } | { atMost: number } | 'reported';

export function judge(ratio: number, goal: Goal): Pick<BenchResult, 'goal' | 'pass'> {
  if (goal === 'reported') return { goal: null, pass: null };
  if ('atLeast' in goal) return { goal: goal.atLeast, pass: ratio >= goal.atLeast };
  return { goal: goal.atMost, pass: ratio <= goal.atMost };
}
