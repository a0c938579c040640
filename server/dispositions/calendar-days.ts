import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { isWorkingDay } from '../letters/office-hours.ts';
import { listPublicHolidays, loadPublicHolidays } from '../letters/load-public-holidays.ts';
import { deleteOwnDay, loadCalendar, putOwnDay } from '../organisation/calendar.ts';
import { changeSettings } from './change-settings.ts';
import type { getCalendarEndpoint, setCalendarDayEndpoint } from './contract.ts';

/** Days off of a year and working days of the agency on national holidays, in order. */
export async function getCalendar(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getCalendarEndpoint>,
): Promise<OutputOf<typeof getCalendarEndpoint>> {
  const year = String(input.year);
  const isNational = await loadPublicHolidays();
  const national = await listPublicHolidays([year]);
  return read(deps, actor, async (tx) => {
    const { ownDays } = await loadCalendar(tx, actor.agencyId, isNational);
    const own = ownDays.filter(({ date }) => date.startsWith(year)).map((day) => ({ ...day, isOwn: true }));
    const changed = new Set(own.map(({ date }) => date));
    const kept = national
      .filter(({ date }) => !changed.has(date))
      .map((holiday) => ({ ...holiday, isOff: true, isOwn: false }));
    return { days: [...kept, ...own].sort((left, right) => left.date.localeCompare(right.date)) };
  });
}

/** Deadlines that are set already stay; reminders and new deadlines follow the new calendar. */
export async function setCalendarDay(
  deps: Deps,
  actor: DeskActor,
  { date, name, rule }: InputOf<typeof setCalendarDayEndpoint>,
): Promise<OutputOf<typeof setCalendarDayEndpoint>> {
  const isNational = await loadPublicHolidays();
  return changeSettings(deps, actor, { date, name, rule }, async (tx) => {
    const { agencyId } = actor;
    if (rule === 'national') await deleteOwnDay(tx, { agencyId, date });
    else await putOwnDay(tx, { agencyId, date, name, isOff: rule === 'off' });
    return { date, isOff: !isWorkingDay(date, await loadCalendar(tx, agencyId, isNational)) };
  });
}
