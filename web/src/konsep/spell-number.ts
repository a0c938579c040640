const units = [
  '',
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

/** A whole number from 0 to 999,999,999 in Indonesian words: 14 gives "empat belas". */
export function spellNumber(value: number): string {
  return value === 0 ? 'nol' : spell(value);
}

function spell(value: number): string {
  if (value < 12) return units[value] ?? '';
  if (value < 20) return `${spell(value - 10)} belas`;
  if (value < 100) return join(`${spell(Math.floor(value / 10))} puluh`, value % 10);
  if (value < 200) return join('seratus', value - 100);
  if (value < 1_000) return join(`${spell(Math.floor(value / 100))} ratus`, value % 100);
  if (value < 2_000) return join('seribu', value - 1_000);
  if (value < 1_000_000) return join(`${spell(Math.floor(value / 1_000))} ribu`, value % 1_000);
  return join(`${spell(Math.floor(value / 1_000_000))} juta`, value % 1_000_000);
}

function join(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${spell(rest)}`;
}
