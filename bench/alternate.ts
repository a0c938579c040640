import { medianInterval, type MedianInterval } from './median-interval.ts';

/** One measured stretch of work. */
export interface Block {
  /** Things done. */
  count: number;
  wallSeconds: number;
  /** User and system time of this process, all its threads. */
  cpuSeconds: number;
}

export interface Pair<T> {
  ours: T;
  baseline: T;
}

/** Runs A/B/A/B and changes who goes first each time, so that neither always meets the warmer machine. */
export async function alternate<T>(
  blocks: number,
  sides: { ours: (block: number) => Promise<T>; baseline: (block: number) => Promise<T> },
): Promise<Pair<T>[]> {
  const pairs: Pair<T>[] = [];
  for (let block = 0; block < blocks; block += 1) {
    if (block % 2 === 0) {
      const ours = await sides.ours(block);
      pairs.push({ ours, baseline: await sides.baseline(block) });
    } else {
      const baseline = await sides.baseline(block);
      pairs.push({ ours: await sides.ours(block), baseline });
    }
  }
  return pairs;
}

/** Measures `work`, which tells how many things it did. */
export async function measure(work: () => Promise<number>): Promise<Block> {
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const count = await work();
  const used = process.cpuUsage(cpu);
  return {
    count,
    wallSeconds: (performance.now() - startedAt) / 1000,
    cpuSeconds: (used.user + used.system) / 1e6,
  };
}

export interface Summary {
  ratio: MedianInterval;
  ours: number;
  baseline: number;
}

/** Ratios are taken block by block, so that noise which both sides met falls out. */
export function summarise<T>(pairs: readonly Pair<T>[], valueOf: (side: T) => number): Summary {
  return {
    ratio: medianInterval(pairs.map(({ ours, baseline }) => valueOf(ours) / valueOf(baseline))),
    ours: medianInterval(pairs.map(({ ours }) => valueOf(ours))).median,
    baseline: medianInterval(pairs.map(({ baseline }) => valueOf(baseline))).median,
  };
}

export function totalSeconds(pairs: readonly Pair<Block>[]): {
  wallSeconds: Pair<number>;
  cpuSeconds: Pair<number>;
} {
  const sum = (of: (pair: Pair<Block>) => number) => pairs.reduce((total, pair) => total + of(pair), 0);
  return {
    wallSeconds: { ours: sum(({ ours }) => ours.wallSeconds), baseline: sum(({ baseline }) => baseline.wallSeconds) },
    cpuSeconds: { ours: sum(({ ours }) => ours.cpuSeconds), baseline: sum(({ baseline }) => baseline.cpuSeconds) },
  };
}
