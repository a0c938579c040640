const NBSP = '\u00a0';
const MONTH = '(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)';

/** What must not part at a line end, each with the space to keep in the middle. */
const BINDINGS: readonly RegExp[] = [
  new RegExp(String.raw`(\b\d{1,2}) (?=${MONTH}\b)`, 'gu'),
  /(\b(?:huruf|angka|butir|ayat|pasal|Pasal|nomor|Nomor|No\.|halaman|pukul|tahun|Tahun)) (?=[\d(]|[a-z]\b)/gu,
  /(\bRp\.?) (?=\d)/gu,
  /(\b\d+(?:[.,]\d+)*) (?=\([a-z ]{2,40}\)|persen\b|WIB\b|WITA\b|WIT\b)/gu,
  /(\b\d{1,2}[.:]\d{2}) (?=WIB\b|WITA\b|WIT\b)/gu,
  /(\b(?:Dr|Ir|Drs|Dra|Prof|Sdr|Yth|NIP|H|Hj)\.?) (?=[\p{Lu}\d])/gu,
];

/** Replaces the spaces inside "24 November", "huruf a", "2 (dua)" by non-breaking ones; no other character changes. */
export function bindWords(text: string): string {
  return BINDINGS.reduce((bound, pattern) => bound.replace(pattern, `$1${NBSP}`), text);
}
