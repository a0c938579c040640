import type { OfficeCalendar } from '../letters/office-hours.ts';
import { businessDate } from '../business-time.ts';
import { addWorkingDays, earlier, workingDaysBetween } from './deadlines.ts';
import type { ItemRow } from './tree-queries.ts';
import { isOpen } from './visible-items.ts';

/**
 * New deadlines when a clock runs again: later by the working days that it stood, with those below that were stopped
 * together with it. None goes beyond the deadline of what it hangs below, as that will be.
 */
export function planResume(
  items: readonly ItemRow[],
  item: ItemRow,
  { today, calendar }: { today: string; calendar: OfficeCalendar & { timeZone: string } },
): { id: string; positionId: string; dueDate: string | null }[] {
  if (item.pausedSince === null) return [];
  const stopped = businessDate(new Date(item.pausedSince), calendar.timeZone).date;
  const days = workingDaysBetween(stopped, today, calendar);
  const move = (each: ItemRow, limit: string | null) =>
    each.dueDate === null ? null : earlier(addWorkingDays(each.dueDate, days, calendar), limit);
  const walk = (each: ItemRow, limit: string | null): ReturnType<typeof planResume> => {
    const dueDate = move(each, limit);
    const children = items.filter(
      (child) => child.parentItemId === each.id && isOpen(child) && child.pausedSince === item.pausedSince,
    );
    const planned = { id: each.id, positionId: each.positionId, dueDate };
    return [planned, ...children.flatMap((child) => walk(child, dueDate))];
  };
  const parent = items.find(({ id }) => id === item.parentItemId);
  return walk(item, parent?.dueDate ?? null);
}
