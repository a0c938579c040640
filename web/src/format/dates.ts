/** The zone of the agency; set once from the session so that every date on screen is local to the agency. */
let zone = 'Asia/Pontianak';

const zoneNames: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

let aheadMs = 0;

/** `serverNow` is an ISO instant; the screen follows the clock of the server, not that of the device. */
export function setAgencyClock(timeZone: string, serverNow: string): void {
  zone = timeZone;
  aheadMs = Date.parse(serverNow) - Date.now();
}

export function agencyNow(): Date {
  return new Date(Date.now() + aheadMs);
}

function format(value: Date, options: Intl.DateTimeFormatOptions): string {
  const key = `${zone}|${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat('id-ID', { timeZone: zone, ...options });
  formats.set(key, known);
  return known.format(value);
}

/** A business date such as "2026-11-25" is read at noon UTC, so that no Indonesian zone moves it to another day. */
function read(value: string | Date): Date {
  if (value instanceof Date) return value;
  return new Date(value.length === 10 ? `${value}T05:00:00Z` : value);
}

/** "24 November 2026" */
export function formatDate(value: string | Date): string {
  return format(read(value), { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "Rabu, 25 November 2026" */
export function formatLongDate(value: string | Date): string {
  return format(read(value), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** "24 Nov 2026" */
export function formatShortDate(value: string | Date): string {
  return format(read(value), { day: 'numeric', month: 'short', year: 'numeric' });
}

/** "24 Nov" */
export function formatDayMonth(value: string | Date): string {
  return format(read(value), { day: 'numeric', month: 'short' });
}

/** "08.12" */
export function formatTime(value: string | Date): string {
  return format(read(value), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).replace(':', '.');
}

/** "10.58.21" */
export function formatTimeSeconds(value: string | Date): string {
  const options: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  };
  return format(read(value), options).replaceAll(':', '.');
}

export function zoneName(): string {
  return zoneNames[zone] ?? '';
}

/** "24 November 2026, 08.12 WIB" */
export function formatDateTime(value: string | Date): string {
  return `${formatDate(value)}, ${formatTime(value)} ${zoneName()}`.trimEnd();
}

/** "25 November 2026, 10.58.21 WIB" */
export function formatDateTimeSeconds(value: string | Date): string {
  return `${formatDate(value)}, ${formatTimeSeconds(value)} ${zoneName()}`.trimEnd();
}

/** "24 Nov, 11.52" */
export function formatShortDateTime(value: string | Date): string {
  return `${formatDayMonth(value)}, ${formatTime(value)}`;
}

function dayNumber(value: Date): number {
  const parts = format(value, { year: 'numeric', month: '2-digit', day: '2-digit' }).split('/');
  return Math.round(Date.parse(`${parts[2] ?? ''}-${parts[1] ?? ''}-${parts[0] ?? ''}T00:00:00Z`) / dayMs);
}

/** Whole calendar days from now, in the zone of the agency; negative when it has passed. */
export function daysUntil(value: string | Date, now: Date = agencyNow()): number {
  return dayNumber(read(value)) - dayNumber(now);
}

/** For list rows: "08.12" today, "Kemarin", "Sen" this week, else "24 Nov". */
export function formatListTime(value: string | Date, now: Date = agencyNow()): string {
  const ago = -daysUntil(value, now);
  if (ago <= 0) return formatTime(value);
  if (ago === 1) return 'Kemarin';
  if (ago < 7) return format(read(value), { weekday: 'short' });
  return formatDayMonth(value);
}

/** "Terlambat 1 hari", "Hari ini", "Besok", "2 hari lagi" */
export function formatDeadline(value: string | Date, now: Date = agencyNow()): string {
  const days = daysUntil(value, now);
  if (days < 0) return `Terlambat ${-days} hari`;
  if (days === 0) return 'Hari ini';
  return days === 1 ? 'Besok' : `${days} hari lagi`;
}

/** "Selamat pagi" and so on, by the clock of the agency. */
export function greeting(now: Date = agencyNow()): string {
  const hour = Number(format(now, { hour: '2-digit', hourCycle: 'h23' }));
  if (hour < 4 || hour >= 18) return 'Selamat malam';
  if (hour < 11) return 'Selamat pagi';
  return hour < 15 ? 'Selamat siang' : 'Selamat sore';
}

/** The business date of the agency now, as YYYY-MM-DD. */
export function agencyToday(): string {
  return new Date(dayNumber(agencyNow()) * dayMs).toISOString().slice(0, 10);
}

/** The business date of an instant in the zone of the agency, as YYYY-MM-DD. */
export function agencyDay(value: string | Date): string {
  return new Date(dayNumber(read(value)) * dayMs).toISOString().slice(0, 10);
}
