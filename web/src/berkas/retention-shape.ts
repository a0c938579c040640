import type { FileDetail } from '../../../server/filing/contract.ts';

export interface RetentionShape {
  /** Years of the two bars; null: the schedule says none. */
  activeYears: number | null;
  inactiveYears: number | null;
  /** First day of the active bar: closing or event; today while neither is known. */
  from: string;
  activeUntil: string | null;
  inactiveUntil: string | null;
  isPlanned: boolean;
  /** Where today stands on the whole width, 0 to 1. */
  todayAt: number;
}

/** Widths and dates of the retention bar; an open file is drawn as if it were closed today. */
export function shapeRetention(file: FileDetail): RetentionShape {
  const { activeYears, inactiveYears } = file.rule;
  const isPlanned = file.activeUntil === null;
  const later = file.triggerOn !== null && file.triggerOn > (file.closedOn ?? '') ? file.triggerOn : file.closedOn;
  const from = later ?? file.today;
  const activeUntil = file.activeUntil ?? (activeYears === null ? null : plusYears(from, activeYears));
  const inactiveUntil =
    file.inactiveUntil ??
    (activeUntil === null || inactiveYears === null ? null : plusYears(activeUntil, inactiveYears));
  const end = inactiveUntil ?? activeUntil;
  const span = end === null ? 0 : Date.parse(end) - Date.parse(from);
  const gone = Date.parse(file.today) - Date.parse(from);
  const todayAt = span <= 0 ? 0 : Math.min(1, Math.max(0, gone / span));
  return { activeYears, inactiveYears, from, activeUntil, inactiveUntil, isPlanned, todayAt };
}

function plusYears(date: string, years: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + years, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
}
