import type { Tx } from '../db.ts';
import { type OfficeCalendar, zoneOffsetMinutes } from '../letters/office-hours.ts';
import { listOwnDays, type OwnDay } from './calendar-queries.ts';
import { findTimeZone } from './queries.ts';

export { deleteOwnDay, putOwnDay } from './calendar-queries.ts';

/** Working days and office hours of an agency. */
export interface AgencyCalendar extends OfficeCalendar {
  timeZone: string;
  /** Days that the agency changed, in order. */
  ownDays: readonly OwnDay[];
}

/**
 * National holidays, overridden by the agency's own days.
 * @param isNational of `loadPublicHolidays()`, which is awaited before the transaction
 */
export async function loadCalendar(
  tx: Tx,
  agencyId: string,
  isNational: (date: string) => boolean,
): Promise<AgencyCalendar> {
  const timeZone = await findTimeZone(tx, agencyId);
  const ownDays = await listOwnDays(tx, agencyId);
  const own = new Map(ownDays.map(({ date, isOff }) => [date, isOff]));
  return {
    timeZone,
    offsetMinutes: zoneOffsetMinutes(timeZone),
    ownDays,
    isHoliday: (date) => own.get(date) ?? isNational(date),
  };
}
