/** A date of the demonstration: fixed, or counted in calendar days from the day the demonstration was made. */
export type DemoDate = string | { readonly daysFromStart: number };

/** The business date (YYYY-MM-DD) of a demonstration date. */
export function resolveDemoDate(date: DemoDate, start: string): string {
  return typeof date === 'string' ? date : addDays(start, date.daysFromStart);
}

/** Monday to Friday only: the demonstration needs office days, not the official calendar of holidays. */
export function addWorkdays(start: string, workdays: number): string {
  const step = workdays < 0 ? -1 : 1;
  let date = start;
  for (let left = Math.abs(workdays); left > 0;) {
    date = addDays(date, step);
    if (isWorkday(date)) left -= 1;
  }
  return date;
}

export function isWorkday(date: string): boolean {
  const weekday = utcDate(date).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

function addDays(date: string, days: number): string {
  const moved = utcDate(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

function utcDate(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}
