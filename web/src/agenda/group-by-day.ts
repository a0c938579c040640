import type { AgendaRow } from '../../../server/agenda/contract.ts';
import { isVoid } from './agenda-words.ts';

export interface AgendaDay {
  /** YYYY-MM-DD in the zone of the agency. */
  day: string;
  rows: AgendaRow[];
  letters: number;
  voids: number;
}

/** Rows of one calendar day in a row of days, in the order in which they come. */
export function groupByDay(rows: readonly AgendaRow[], dayOf: (at: string) => string): AgendaDay[] {
  const days: AgendaDay[] = [];
  for (const row of rows) {
    const day = dayOf(row.at);
    let last = days.at(-1);
    if (last?.day !== day) {
      last = { day, rows: [], letters: 0, voids: 0 };
      days.push(last);
    }
    last.rows.push(row);
    if (isVoid(row)) last.voids += 1;
    else last.letters += 1;
  }
  return days;
}

/** "5 surat, 1 nomor batal" */
export function dayWords({ letters, voids }: Pick<AgendaDay, 'letters' | 'voids'>): string {
  const parts = [...(letters > 0 ? [`${letters} surat`] : []), ...(voids > 0 ? [`${voids} nomor batal`] : [])];
  return parts.join(', ');
}
