export interface RetentionStart {
  closedOn: string;
  /** Empty: the years count from closing. */
  triggerEvent: string;
  /** When the event happened; null while it has not. */
  triggerOn: string | null;
  activeYears: number | null;
  inactiveYears: number | null;
}

/**
 * Last days (YYYY-MM-DD) of the active and the inactive life of a closed file. The years count from the later of closing
 * and event; null while the event is awaited or the rule gives no years.
 */
export function planRetention(start: RetentionStart): { activeUntil: string | null; inactiveUntil: string | null } {
  const { closedOn, triggerEvent, triggerOn, activeYears, inactiveYears } = start;
  const none = { activeUntil: null, inactiveUntil: null };
  if ((triggerEvent !== '' && triggerOn === null) || activeYears === null) return none;
  const from = triggerOn !== null && triggerOn > closedOn ? triggerOn : closedOn;
  const activeUntil = addYears(from, activeYears);
  return { activeUntil, inactiveUntil: inactiveYears === null ? null : addYears(activeUntil, inactiveYears) };
}

/** 29 February becomes the 28th in a year without it. */
function addYears(date: string, years: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + years, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
}
