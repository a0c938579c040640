import type { Hold } from './journey-holds.ts';
import { mergeIntervals, officeMinutes, type Interval, type OfficeCalendar } from './office-hours.ts';

export interface DeskTime {
  positionId: string;
  officeMinutes: number;
  isParallel: boolean;
}

export interface JourneyTime {
  /** In the order in which the desks first had the letter. */
  desks: DeskTime[];
  /** From the first desk to the last, each minute once. */
  totalMinutes: number;
  /** Minutes in which more than one desk had it, counted as often as they are repeated. */
  parallelMinutes: number;
}

/** How long a desk had the letter, in office hours and by the clock; nulls where there was no hold. */
export function timeOfHold(
  hold: Hold | undefined,
  calendar: OfficeCalendar,
): { officeMinutes: number | null; elapsedMinutes: number | null } {
  if (!hold) return { officeMinutes: null, elapsedMinutes: null };
  const interval = { from: new Date(hold.from), to: new Date(hold.to) };
  return {
    officeMinutes: officeMinutes(interval, calendar),
    elapsedMinutes: Math.floor((interval.to.getTime() - interval.from.getTime()) / 60_000),
  };
}

/** Office time by desk; desks that had the letter at the same time overlap. */
export function sumHolds(holds: readonly Hold[], calendar: OfficeCalendar): JourneyTime {
  const byDesk = new Map<string, Interval[]>();
  for (const hold of holds) {
    const interval = { from: new Date(hold.from), to: new Date(hold.to) };
    byDesk.set(hold.positionId, [...(byDesk.get(hold.positionId) ?? []), interval]);
  }
  const merged = [...byDesk].map(([positionId, intervals]) => ({ positionId, intervals: mergeIntervals(intervals) }));
  const minutesOf = (intervals: readonly Interval[]) =>
    intervals.reduce((sum, interval) => sum + officeMinutes(interval, calendar), 0);
  const desks = merged.map(({ positionId, intervals }) => ({
    positionId,
    officeMinutes: minutesOf(intervals),
    isParallel: merged.some((other) => other.positionId !== positionId && overlap(other.intervals, intervals)),
  }));
  const totalMinutes = minutesOf(mergeIntervals(merged.flatMap(({ intervals }) => intervals)));
  const summed = desks.reduce((sum, desk) => sum + desk.officeMinutes, 0);
  return { desks, totalMinutes, parallelMinutes: Math.max(0, summed - totalMinutes) };
}

function overlap(left: readonly Interval[], right: readonly Interval[]): boolean {
  return left.some((one) => right.some((other) => one.from < other.to && other.from < one.to));
}
