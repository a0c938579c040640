export interface Line {
  slope: number;
  /** Standard error of the slope. */
  error: number;
}

/** Least squares through the points. */
export function fitLine(points: readonly { x: number; y: number }[]): Line {
  if (points.length < 3) throw new RangeError('a slope with its error needs three points');
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((total, point) => total + of(point), 0) / points.length;
  const x = mean((point) => point.x);
  const y = mean((point) => point.y);
  const spread = points.reduce((total, point) => total + (point.x - x) ** 2, 0);
  const slope = points.reduce((total, point) => total + (point.x - x) * (point.y - y), 0) / spread;
  const rest = points.reduce((total, point) => total + (point.y - y - slope * (point.x - x)) ** 2, 0);
  return { slope, error: Math.sqrt(rest / (points.length - 2) / spread) };
}
