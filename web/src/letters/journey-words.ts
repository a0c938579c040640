import type { OutputOf } from '../../../server/contract.ts';
import type { getJourneyEndpoint } from '../../../server/letters/contract.ts';
import { formatLongDate } from '../format/dates.ts';
import { formatDuration } from '../format/numbers.ts';

export type Journey = OutputOf<typeof getJourneyEndpoint>;
export type JourneyStep = Journey['entries'][number];

/** Office time is counted in hours, never in days: "10 jam 39 mnt". */
export function formatOfficeTime(minutes: number, unit: 'mnt' | 'menit' = 'mnt'): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} ${unit}`;
  return rest === 0 ? `${hours} jam` : `${hours} jam ${rest} ${unit}`;
}

/** How long the step's desk had the letter: "40 mnt kerja (15 jam 39 mnt)" when nights or holidays lay between. */
export function formatHeld({ officeMinutes, elapsedMinutes }: JourneyStep): string | undefined {
  if (officeMinutes === null) return undefined;
  const office = formatOfficeTime(officeMinutes);
  if (elapsedMinutes === null || elapsedMinutes === officeMinutes) return office;
  return `${office} kerja (${formatDuration(elapsedMinutes * 60_000)})`;
}

export interface JourneyDay {
  day: string;
  steps: JourneyStep[];
}

/** Steps by calendar day of the agency, newest first. */
export function groupByDay(entries: readonly JourneyStep[]): JourneyDay[] {
  const days: JourneyDay[] = [];
  for (const step of [...entries].reverse()) {
    const day = formatLongDate(step.at);
    const last = days.at(-1);
    if (last?.day === day) last.steps.push(step);
    else days.push({ day, steps: [step] });
  }
  return days;
}

/** "4d1c08b7 e3f2a960 77b5dc14 … 0a9e6f32" */
export function shortHash(hash: string): string {
  const groups = hash.match(/.{1,8}/gu) ?? [];
  return groups.length <= 4 ? groups.join(' ') : `${groups.slice(0, 3).join(' ')} … ${groups.at(-1) ?? ''}`;
}
