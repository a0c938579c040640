const SMALL = new Set(['dan', 'di', 'ke', 'dari', 'yang', 'untuk', 'bagi', 'pada', 'serta', 'dengan']);
const SHORT = new Set(
  [
    'pt',
    'cv',
    'ud',
    'ri',
    'rsud',
    'dprd',
    'dpr',
    'sma',
    'smk',
    'smp',
    'sd',
    'upt',
    'uptd',
    'pdam',
    'tni',
    'polri',
  ].concat([
    ...[
      'kpu',
      'bpk',
      'bpkp',
      'bkn',
      'bps',
      'bssn',
      'anri',
      'pln',
      'tbk',
      'ii',
      'iii',
      'iv',
      'vi',
      'vii',
      'viii',
      'ix',
      'xi',
      'xii',
    ],
  ]),
);

/** Names in capitals as they are written in running text; names that already have small letters stay as they are. */
export function toTitleCase(text: string): string {
  if (text !== text.toUpperCase()) return text;
  return text
    .split(' ')
    .map((word, index) => {
      const plain = word.toLowerCase();
      const bare = plain.replaceAll(/[^\p{L}]/gu, '');
      if (SHORT.has(bare)) return word;
      return index > 0 && SMALL.has(bare)
        ? plain
        : plain.replaceAll(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase());
    })
    .join(' ');
}
