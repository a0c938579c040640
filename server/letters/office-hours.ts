/**
 * Office hours: Monday to Thursday 07.30-16.00, Friday 07.30-15.00, none on weekends and public holidays. The midday
 * break counts as office time, so that a letter handled at noon is not shown as untouched.
 */
const OPENS = 7 * 60 + 30;
const CLOSES = 16 * 60;
const CLOSES_FRIDAY = 15 * 60;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export interface OfficeCalendar {
  /** Offset of the agency's zone from UTC in minutes; WIB 420, WITA 480, WIT 540. Indonesia has no summer time. */
  offsetMinutes: number;
  /** Whether a local date (YYYY-MM-DD) is a public holiday. */
  isHoliday: (date: string) => boolean;
}

export interface Interval {
  from: Date;
  to: Date;
}

/** Whole office minutes between two instants; 0 when `to` is not later. */
export function officeMinutes({ from, to }: Interval, calendar: OfficeCalendar): number {
  const start = localMs(from, calendar);
  const end = localMs(to, calendar);
  let total = 0;
  for (let day = Math.floor(start / DAY_MS) * DAY_MS; day < end; day += DAY_MS) {
    const closes = closingMinute(day, calendar);
    if (closes === undefined) continue;
    const opensAt = Math.max(start, day + OPENS * MINUTE_MS);
    const closesAt = Math.min(end, day + closes * MINUTE_MS);
    total += Math.max(0, closesAt - opensAt);
  }
  return Math.floor(total / MINUTE_MS);
}

/** The moment offices close on a local date (YYYY-MM-DD); on a day off, the hour of other days. */
export function endOfOfficeHours(date: string, calendar: OfficeCalendar): Date {
  const localDay = Date.parse(`${date}T00:00:00Z`);
  const closes = closingMinute(localDay, calendar) ?? CLOSES;
  return new Date(localDay + (closes - calendar.offsetMinutes) * MINUTE_MS);
}

export function isWorkingDay(date: string, calendar: OfficeCalendar): boolean {
  return closingMinute(Date.parse(`${date}T00:00:00Z`), calendar) !== undefined;
}

/** Joins overlapping and touching intervals, earliest first. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const sorted = [...intervals].sort((left, right) => left.from.getTime() - right.from.getTime());
  const merged: Interval[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last && next.from <= last.to) {
      if (next.to > last.to) last.to = next.to;
    } else merged.push({ ...next });
  }
  return merged;
}

const ZONE_OFFSETS: Record<string, number> = {
  'Asia/Pontianak': 420,
  'Asia/Jakarta': 420,
  'Asia/Makassar': 480,
  'Asia/Jayapura': 540,
};

/** Minutes east of UTC of an Indonesian zone. */
export function zoneOffsetMinutes(timeZone: string): number {
  const offset = ZONE_OFFSETS[timeZone];
  if (offset === undefined) throw new Error(`${timeZone} is no Indonesian time zone`);
  return offset;
}

function localMs(at: Date, { offsetMinutes }: OfficeCalendar): number {
  return at.getTime() + offsetMinutes * MINUTE_MS;
}

/** Minute of the day at which offices close; undefined on days without office hours. */
function closingMinute(localDay: number, { isHoliday }: OfficeCalendar): number | undefined {
  const day = new Date(localDay);
  const weekday = day.getUTCDay();
  if (weekday === 0 || weekday === 6 || isHoliday(day.toISOString().slice(0, 10))) return undefined;
  return weekday === 5 ? CLOSES_FRIDAY : CLOSES;
}
