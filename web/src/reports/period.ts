import { agencyToday, formatDate } from '../format/dates.ts';
import type { PeriodSearch } from './period-search.ts';

/** Both ends are business dates and belong to the period. */
export interface Period {
  from: string;
  to: string;
}

const longMonths = new Intl.DateTimeFormat('id-ID', { month: 'long', timeZone: 'UTC' });
const shortMonths = new Intl.DateTimeFormat('id-ID', { month: 'short', timeZone: 'UTC' });

function monthDate(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`);
}

/** "November 2026" */
export function monthName(month: string): string {
  return `${longMonths.format(monthDate(month))} ${month.slice(0, 4)}`;
}

/** "Nov" */
export function shortMonthName(month: string): string {
  return shortMonths.format(monthDate(month));
}

function shiftMonth(month: string, by: number): string {
  const date = monthDate(month);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}

/** Every month that the period touches, oldest first. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7) && months.length < 120; month = shiftMonth(month, 1))
    months.push(month);
  return months;
}

export interface Preset extends Period {
  label: string;
}

/** The usual periods, seen from the agency's today. */
export function presets(today: string = agencyToday()): readonly Preset[] {
  const year = Number(today.slice(0, 4));
  return [
    { label: 'Tahun ini sampai hari ini', from: `${year}-01-01`, to: today },
    { label: 'Bulan ini', from: `${today.slice(0, 7)}-01`, to: today },
    { label: '12 bulan terakhir', from: `${shiftMonth(today.slice(0, 7), -11)}-01`, to: today },
    { label: `Tahun ${year - 1}`, from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  ];
}

function isLastDay(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

/** "Januari–24 November 2026", "1–24 November 2026", "Januari–Desember 2025": no more than is needed to read it. */
export function describePeriod({ from, to }: Period): string {
  const start = from.slice(0, 7);
  const end = to.slice(0, 7);
  const fromFirst = from.endsWith('-01');
  const wholeEnd = isLastDay(to);
  if (start === end) {
    if (fromFirst && wholeEnd) return monthName(end);
    return from === to ? formatDate(to) : `${Number(from.slice(8))}–${formatDate(to)}`;
  }
  const left = fromFirst ? monthName(start) : formatDate(from);
  const right = fromFirst && wholeEnd ? monthName(end) : formatDate(to);
  return `${start.slice(0, 4) === end.slice(0, 4) ? left.replace(/ \d{4}$/, '') : left}–${right}`;
}

/** The period of an address; what is missing or impossible gives the year so far. */
export function readPeriod(search: PeriodSearch): Period {
  const year = presets()[0] ?? { from: agencyToday(), to: agencyToday() };
  const from = search.dari ?? year.from;
  const to = search.sampai ?? year.to;
  return from <= to ? { from, to } : { from: year.from, to: year.to };
}
