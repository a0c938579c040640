import type { Pair } from './alternate.ts';
import { quantile } from './median-interval.ts';

export interface QuantileRatio {
  ratio: number;
  low: number;
  high: number;
  ours: number;
  baseline: number;
}

const RESAMPLES = 1000;

/** Ratio of a quantile over all samples; the interval (95 %) comes from drawing whole blocks again and again. */
export function bootstrapRatio(
  blocks: readonly Pair<readonly number[]>[],
  share: number,
  random: () => number = Math.random,
): QuantileRatio {
  const whole = ratioOf(blocks, share);
  const drawn = Array.from({ length: RESAMPLES }, () => {
    const again = blocks.map((block) => blocks[Math.floor(random() * blocks.length)] ?? block);
    return ratioOf(again, share).ratio;
  }).sort((one, other) => one - other);
  return { ...whole, low: quantile(drawn, 0.025), high: quantile(drawn, 0.975) };
}

function ratioOf(blocks: readonly Pair<readonly number[]>[], share: number) {
  const of = (side: (pair: Pair<readonly number[]>) => readonly number[]) =>
    quantile(
      blocks.flatMap(side).sort((one, other) => one - other),
      share,
    );
  const ours = of((pair) => pair.ours);
  const baseline = of((pair) => pair.baseline);
  return { ratio: ours / baseline, ours, baseline };
}
