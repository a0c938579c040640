export interface PublicHoliday {
  /** YYYY-MM-DD */
  date: string;
  /** Indonesian. */
  name: string;
}

const namesByYear = new Map<string, ReadonlyMap<string, string>>();

/**
 * Tells of a date (YYYY-MM-DD) whether it is a national public holiday of Indonesia. The rules of all countries take a
 * fifth of a second to load, so only who needs them waits for them.
 */
export async function loadPublicHolidays(): Promise<(date: string) => boolean> {
  const namesOf = await loadYears();
  return (date) => namesOf(date.slice(0, 4)).has(date);
}

/** National public holidays of the years given (YYYY), in order. */
export async function listPublicHolidays(years: readonly string[]): Promise<PublicHoliday[]> {
  const namesOf = await loadYears();
  const found = years.flatMap((year) => [...namesOf(year)].map(([date, name]) => ({ date, name })));
  return found.sort((left, right) => left.date.localeCompare(right.date));
}

async function loadYears(): Promise<(year: string) => ReadonlyMap<string, string>> {
  const { default: Holidays } = await import('date-holidays');
  return (year) => {
    let names = namesByYear.get(year);
    if (!names) {
      // Islamic holidays are given from the evening before; their nominal date is the day that is free.
      const holidays = new Holidays('ID', { types: ['public'] }).getHolidays(Number(year));
      names = new Map(holidays.map((holiday) => [holiday.date.slice(0, 10), holiday.name]));
      namesByYear.set(year, names);
    }
    return names;
  };
}
