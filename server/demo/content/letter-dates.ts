import { addWorkdays } from './demo-date.ts';

/** Dates for the text of a letter, counted in workdays from the day the demonstration was made (negative: before it). */
export interface LetterDates {
  /** "24 November 2026" */
  date(workdays: number): string;
  /** "Selasa, 24 November 2026" */
  day(workdays: number): string;
  /** "November 2026" */
  month(workdays: number): string;
  readonly year: number;
  readonly nextYear: number;
}

const inIndonesian = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('id-ID', { ...options, timeZone: 'UTC' });

const LONG = inIndonesian({ day: 'numeric', month: 'long', year: 'numeric' });
const WITH_DAY = inIndonesian({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const MONTH = inIndonesian({ month: 'long', year: 'numeric' });

/** @param start the business date (YYYY-MM-DD) on which the demonstration was made */
export function letterDates(start: string): LetterDates {
  const at = (workdays: number): Date => new Date(`${addWorkdays(start, workdays)}T00:00:00Z`);
  const year = Number(start.slice(0, 4));
  return {
    date: (workdays) => LONG.format(at(workdays)),
    day: (workdays) => WITH_DAY.format(at(workdays)),
    month: (workdays) => MONTH.format(at(workdays)),
    year,
    nextYear: year + 1,
  };
}
