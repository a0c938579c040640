/** The calendar day, year and month of an instant in an agency's zone (WIB, WITA, WIT). */
export interface BusinessDate {
  /** YYYY-MM-DD */
  date: string;
  year: number;
  month: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

export function businessDate(at: Date, timeZone: string): BusinessDate {
  let format = formatters.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formatters.set(timeZone, format);
  }
  const date = format.format(at);
  return { date, year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) };
}
