import { isNearWord } from './fold-word.ts';

const MONTHS = [
  ['januari', 'jan', 'january'],
  ['februari', 'pebruari', 'feb', 'february'],
  ['maret', 'mar', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['agustus', 'agt', 'agu', 'august'],
  ['september', 'sept', 'sep'],
  ['oktober', 'okt', 'october'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'des', 'december'],
];
const WORDS = /([\dOoIl|SB]{1,2})[\s.]*(\p{L}[\p{L}\d]{2,9})\.?\s*([\dOoIl|SB]{4})(?![\d/])/gu;
const FIGURES = /(?<![\d./-])(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})(?!\d)/u;

export interface ParsedDate {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** The text that it stood in. */
  readonly text: string;
}

/** The first date in a text, "23 November 2026" or "23-11-2026", with misread digits and months mended. */
export function parseDate(text: string): ParsedDate | null {
  for (const match of text.matchAll(WORDS)) {
    const [all, day = '', month = '', year = ''] = match;
    const date = toDate(toNumber(year), monthOf(month), toNumber(day));
    if (date) return { date, text: all };
  }
  const figures = FIGURES.exec(text);
  if (!figures) return null;
  const [all, day, month, year] = figures;
  const date = toDate(Number(year), Number(month), Number(day));
  return date ? { date, text: all } : null;
}

function monthOf(word: string): number {
  const exact = MONTHS.findIndex((names) => names.includes(word.toLowerCase()));
  return (exact >= 0 ? exact : MONTHS.findIndex((names) => names.some((name) => isNearWord(word, name)))) + 1;
}

function toNumber(read: string): number {
  const digits = read.replaceAll(/[Oo]/gu, '0').replaceAll(/[Il|]/gu, '1').replaceAll('S', '5').replaceAll('B', '8');
  return Number(digits);
}

function toDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1945 && year < 2200;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
