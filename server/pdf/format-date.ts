const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

const NBSP = '\u00a0';

/** `2026-11-24` as "24 November 2026"; the spaces do not break. */
export function formatDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return [String(Number(day)), monthName(month), year].join(NBSP);
}

/** "…… November 2026" while the day is unknown; dots alone when the month is unknown too. */
export function formatPendingDate(month: string | null): string {
  if (month === null) return `……${NBSP}…………${NBSP}……`;
  const [year = '', number = ''] = month.split('-');
  return ['……', monthName(number), year].join(NBSP);
}

function monthName(month: string): string {
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) throw new RangeError(`no month ${month}`);
  return name;
}

const WEEKDAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;
const ZONE_NAMES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** `2026-11-24` as "24-11-2026", for narrow cells. */
export function formatShortDate(date: string): string {
  return date.split('-').reverse().join('-');
}

/** "November 2026" of `2026-11`. */
export function formatMonth(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return [monthName(number), year].join(NBSP);
}

/** What a clock on the wall of an agency shows at an instant. */
export interface WallTime {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `09.14 WIB`; the space does not break. */
  readonly time: string;
}

/** @param timeZone IANA name; a zone outside Indonesia is printed without a name. */
export function wallTime(instant: string, timeZone: string): WallTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  const clock = `${part('hour')}.${part('minute')}`;
  const zone = ZONE_NAMES[timeZone];
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: zone === undefined ? clock : `${clock}${NBSP}${zone}`,
  };
}

/** "23-11-2026 10.37 WIB" */
export function formatShortInstant(instant: string, timeZone: string): string {
  const { date, time } = wallTime(instant, timeZone);
  return `${formatShortDate(date)} ${time}`;
}

/** "Senin, 23 November 2026, pukul 09.14 WIB" */
export function formatLongInstant(instant: string, timeZone: string): string {
  const { date, time } = wallTime(instant, timeZone);
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
  return `${weekday}, ${formatDate(date)}, pukul${NBSP}${time}`;
}
