const width = 108;
const height = 40;
const inset = 5;

/** The course of a few values without axes; the figures stand beside it. */
export function Sparkline({ values }: { values: readonly number[] }) {
  if (values.length < 2) return null;
  const greatest = Math.max(...values, 1);
  const least = Math.min(...values, 0);
  const points = values.map((value, index) => {
    const x = inset + (index / (values.length - 1)) * (width - 2 * inset);
    const y = height - inset - ((value - least) / (greatest - least)) * (height - 2 * inset);
    return [x, y] as const;
  });
  const [x, y] = points.at(-1) ?? [0, 0];
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polyline
        points={points.map((point) => point.join(',')).join(' ')}
        fill="none"
        stroke="#0b5c6b"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <circle cx={x} cy={y} r="3.5" fill="#b97a00" />
    </svg>
  );
}
