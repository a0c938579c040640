import Holidays from 'date-holidays';

const datesByYear = new Map<string, ReadonlySet<string>>();

/** Whether a date (YYYY-MM-DD) is a national public holiday of Indonesia. */
export function isPublicHoliday(date: string): boolean {
  const year = date.slice(0, 4);
  let dates = datesByYear.get(year);
  if (!dates) {
    // Islamic holidays are given from the evening before; their nominal date is the day that is free.
    const holidays = new Holidays('ID', { types: ['public'] }).getHolidays(Number(year));
    dates = new Set(holidays.map((holiday) => holiday.date.slice(0, 10)));
    datesByYear.set(year, dates);
  }
  return dates.has(date);
}
