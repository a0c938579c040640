const months = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'] as const;

/** Other spellings that people and letters use. */
const otherMonths: Record<string, number> = { may: 5, aug: 8, ags: 8, oct: 10, dec: 12, nop: 11, peb: 2 };

function monthOf(word: string): number | undefined {
  const short = word.slice(0, 3).toLowerCase();
  const at = months.findIndex((month) => month === short);
  return at < 0 ? otherMonths[short] : at + 1;
}

function yearOf(digits: string | undefined, today: string): number {
  if (digits === undefined) return Number(today.slice(0, 4));
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function toDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u;
const figures = /^(\d{1,2})[\s./-]+(\d{1,2})(?:[\s./-]+(\d{4}|\d{2}))?$/u;
const words = /^(\d{1,2})[\s./-]*(\p{L}{3,})\.?(?:[\s./-]*(\d{4}|\d{2}))?$/u;

/**
 * A typed date as YYYY-MM-DD: "23 November 2026", "23 nov 26", "23/11/2026", "23-11"; without a year, that of `today`
 * (YYYY-MM-DD). Undefined when it is no date.
 */
export function readDay(text: string, today: string): string | undefined {
  const typed = text.trim();
  const [, isoYear, isoMonth, isoDay] = iso.exec(typed) ?? [];
  if (isoYear !== undefined) return toDay(Number(isoYear), Number(isoMonth), Number(isoDay));
  const [, day, month, year] = figures.exec(typed) ?? words.exec(typed) ?? [];
  if (day === undefined || month === undefined) return undefined;
  const at = /^\d+$/u.test(month) ? Number(month) : monthOf(month);
  return at === undefined ? undefined : toDay(yearOf(year, today), at, Number(day));
}
