export interface SparklinePoint {
  x: number;
  y: number;
}

/** Values from left to right in a box of this size; the smallest lies at the bottom, zero included. */
export function sparklinePoints(values: readonly number[], width: number, height: number): SparklinePoint[] {
  const top = Math.max(...values, 1);
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  return values.map((value, index) => ({ x: index * step, y: height - (Math.max(value, 0) / top) * height }));
}
