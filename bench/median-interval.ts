export interface MedianInterval {
  median: number;
  low: number;
  high: number;
}

const COVERAGE = 0.95;

/** Median and the narrowest pair of order statistics that holds the true median with 95 %, whatever the distribution. */
export function medianInterval(values: readonly number[]): MedianInterval {
  if (values.length === 0) throw new RangeError('a median needs values');
  const sorted = [...values].sort((one, other) => one - other);
  const cut = cutOf(sorted.length);
  return { median: quantile(sorted, 0.5), low: at(sorted, cut), high: at(sorted, sorted.length - 1 - cut) };
}

/** Linear between the neighbours; `sorted` ascending. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = at(sorted, below);
  return low + (at(sorted, Math.min(below + 1, sorted.length - 1)) - low) * (place - below);
}

/** How many values may be left out at each end: a binomial with one half decides. */
function cutOf(count: number): number {
  let cut = 0;
  let probability = 0.5 ** count;
  let outside = probability;
  while (cut + 1 < count / 2) {
    probability = (probability * (count - cut)) / (cut + 1);
    outside += probability;
    if (2 * outside > 1 - COVERAGE) break;
    cut += 1;
  }
  return cut;
}

function at(sorted: readonly number[], index: number): number {
  const value = sorted[index];
  if (value === undefined) throw new RangeError(`no value at ${index}`);
  return value;
}
