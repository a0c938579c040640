import type { DispositionOptions } from '../../../server/dispositions/contract.ts';
import { formatDayMonth, formatShortDateTime } from '../format/dates.ts';
import { formatDuration } from '../format/numbers.ts';

type DueChoice = DispositionOptions['dueChoices'][number];

const labels: Record<DueChoice['key'], string> = {
  today: 'Hari ini',
  tomorrow: 'Besok',
  three_days: '3 hari',
  week: '1 minggu',
};

/** "Besok", and "Besok, 25 Nov" once it is chosen. */
export function dueLabel(choice: DueChoice, isChosen: boolean): string {
  return isChosen ? `${labels[choice.key]}, ${formatDayMonth(choice.date)}` : labels[choice.key];
}

/** Why a chosen day is unusual; undefined for a working day. */
export function dayOffNote(
  date: string | null,
  holidays: readonly { date: string; name: string }[],
): string | undefined {
  if (date === null) return undefined;
  const holiday = holidays.find((one) => one.date === date);
  if (holiday !== undefined) return `Hari libur: ${holiday.name}.`;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 0) return 'Hari Minggu.';
  return weekday === 6 ? 'Hari Sabtu.' : undefined;
}

/** "Terlambat 3 jam 40 mnt", "2 jam 20 mnt lagi" */
export function timeLeft(dueAt: string, now: Date): string {
  const ms = Date.parse(dueAt) - now.getTime();
  return ms < 0 ? `Terlambat ${formatDuration(-ms)}` : `${formatDuration(ms)} lagi`;
}

/** "25 Nov, 16.00" */
export function dueMoment({ dueAt, dueDate }: { dueAt: string | null; dueDate: string | null }): string | undefined {
  if (dueAt !== null) return formatShortDateTime(dueAt);
  return dueDate === null ? undefined : formatDayMonth(dueDate);
}
