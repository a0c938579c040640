const SMALL = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
];

/** Scales from the largest, with the word that stands for exactly one of them. */
const SCALES: readonly (readonly [number, string, string | null])[] = [
  [1_000_000_000, 'miliar', null],
  [1_000_000, 'juta', null],
  [1000, 'ribu', 'seribu'],
  [100, 'ratus', 'seratus'],
];

/** A whole number from 0 in Indonesian words: 306 is "tiga ratus enam". */
export function spellNumber(value: number): string {
  const small = SMALL[value];
  if (small !== undefined) return small;
  if (value < 20) return `${spellNumber(value - 10)} belas`;
  if (value < 100) return `${spellNumber(Math.floor(value / 10))} puluh${rest(value % 10)}`;
  const [size, word, one] = SCALES.find(([least]) => value >= least) ?? [1, '', null];
  const count = Math.floor(value / size);
  const head = count === 1 && one !== null ? one : `${spellNumber(count)} ${word}`;
  return `${head}${rest(value % size)}`;
}

function rest(value: number): string {
  return value === 0 ? '' : ` ${spellNumber(value)}`;
}

/** "306 (tiga ratus enam)" */
export function figureAndWords(value: number): string {
  return `${value.toLocaleString('id-ID')} (${spellNumber(value)})`;
}
