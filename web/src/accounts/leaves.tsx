import css from './leaves.module.css';

const leaves = Array.from({ length: 9 }, (_, index) => index);

/** Writing on a strip: lengths in units of the drawing, repeated in another order on each leaf. */
const words = [34, 18, 46, 26, 58, 22, 40];

function writing(leaf: number, row: number): string {
  const gap = 7;
  const parts: string[] = [];
  let x = 34 + ((leaf * 13 + row * 29) % 24);
  for (let at = 0; x < 540; at += 1) {
    const length = words[(at + leaf * 2 + row * 3) % words.length] ?? 20;
    const end = Math.min(x + length, 560);
    if (x > 150 && x < 168) x = 176;
    else if (x > 392 && x < 410) x = 418;
    else parts.push(`M${x} 0H${end}`);
    x = Math.max(x, end) + gap;
  }
  return parts.join('');
}

/** A bound bundle of written palm leaves, the book the name comes from. */
export function Leaves() {
  return (
    <svg className={css['leaves']} viewBox="0 0 600 420" aria-hidden="true">
      {leaves.map((leaf) => (
        <g key={leaf} transform={`translate(${leaf % 2 === 0 ? 0 : 10} ${leaf * 46})`}>
          <rect className={css['leaf']} width="592" height="36" rx="18" />
          <path className={css['ink']} d={writing(leaf, 0)} transform="translate(0 13)" />
          <path className={css['ink']} d={writing(leaf, 1)} transform="translate(0 23)" />
          <circle className={css['hole']} cx={leaf % 2 === 0 ? 160 : 150} cy="18" r="5" />
          <circle className={css['hole']} cx={leaf % 2 === 0 ? 402 : 392} cy="18" r="5" />
        </g>
      ))}
      <path className={css['string']} d="M160 0V420M402 0V420" />
    </svg>
  );
}
