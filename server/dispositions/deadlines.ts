import { isWorkingDay, type OfficeCalendar } from '../letters/office-hours.ts';

const DAY_MS = 86_400_000;
/** Ten years: no calendar has so many days off in a row. */
const MOST_DAYS = 3660;

/** `days` working days after a date (before it when negative); 0 leaves the date, also a day off. */
export function addWorkingDays(date: string, days: number, calendar: OfficeCalendar): string {
  const step = Math.sign(days);
  let left = Math.abs(days);
  let day = date;
  for (let walked = 0; left > 0 && walked < MOST_DAYS; walked += 1) {
    day = shiftDate(day, step);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** Working days after `from`, up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string, calendar: OfficeCalendar): number {
  let count = 0;
  for (let day = shiftDate(from, 1), walked = 0; day <= to && walked < MOST_DAYS; day = shiftDate(day, 1), walked += 1)
    if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

/** What a deadline is when nothing else is said: by the handling grade of the letter, in working days from today. */
export const DEFAULT_WORKING_DAYS = { sangat_segera: 1, segera: 3, biasa: 7 } as const;

export type DueKey = 'today' | 'tomorrow' | 'three_days' | 'week';
const CHOICES: readonly [DueKey, number][] = [
  ['today', 0],
  ['tomorrow', 1],
  ['three_days', 3],
  ['week', 5],
];

/** Working days to choose from; today only when it is one. */
export function dueChoices(
  today: string,
  calendar: OfficeCalendar,
  latest: string | null,
): { key: DueKey; date: string }[] {
  return CHOICES.map(([key, days]) => ({ key, date: addWorkingDays(today, days, calendar) })).filter(
    ({ key, date }) => (key !== 'today' || isWorkingDay(today, calendar)) && (latest === null || date <= latest),
  );
}

/** The earlier of two dates, where null is no limit. */
export function earlier(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return left < right ? left : right;
}

function shiftDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Up to which deadline each notice is due today: a deadline is `n` working days past when `n` of them have come after
 * it, today included.
 */
export function planCutoffs(
  today: string,
  days: { remindDaysBefore: number; escalateAfterDays: number; escalateAgainAfterDays: number },
  calendar: OfficeCalendar,
): { beforeDue: string; escalated: string; escalatedAgain: string } {
  const pastBy = (count: number) => shiftDate(addWorkingDays(shiftDate(today, 1), -count, calendar), -1);
  return {
    beforeDue: addWorkingDays(today, days.remindDaysBefore, calendar),
    escalated: pastBy(days.escalateAfterDays),
    escalatedAgain: pastBy(days.escalateAgainAfterDays),
  };
}
