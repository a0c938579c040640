const datesByYear = new Map<string, ReadonlySet<string>>();

/**
 * Tells of a date (YYYY-MM-DD) whether it is a national public holiday of Indonesia. The rules of all countries take a
 * fifth of a second to load, so only who needs them waits for them.
 */
export async function loadPublicHolidays(): Promise<(date: string) => boolean> {
  const { default: Holidays } = await import('date-holidays');
  return (date) => {
    const year = date.slice(0, 4);
    let dates = datesByYear.get(year);
    if (!dates) {
      // Islamic holidays are given from the evening before; their nominal date is the day that is free.
      const holidays = new Holidays('ID', { types: ['public'] }).getHolidays(Number(year));
      dates = new Set(holidays.map((holiday) => holiday.date.slice(0, 10)));
      datesByYear.set(year, dates);
    }
    return dates.has(date);
  };
}
