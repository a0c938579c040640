import type { DeskActor } from '../deps.ts';
import { type Reader, readerOf } from '../letters/reading-right.ts';

/** What of a book is asked for, by whom (who reads decides which subjects are shown). Nulls filter nothing. */
export interface BookFilter extends Reader {
  agencyId: string;
  /** Only this unit's letters of a register that several units share. */
  unitId: string | null;
  year: number;
  from: string | null;
  to: string | null;
  words: string;
  grades: readonly string[] | null;
  channels: readonly string[] | null;
  statuses: readonly string[] | null;
  wantsLate: boolean;
  /** Desk it was directed or addressed to. */
  deskId: string | null;
  /** Only these letters. */
  letterIds: readonly string[] | null;
  now: Date;
}

export interface AgendaFilters {
  from?: string | undefined;
  to?: string | undefined;
  q: string;
  grades?: string[] | undefined;
  channels?: string[] | undefined;
  statuses?: string[] | undefined;
  positionId?: string | undefined;
  ids?: string[] | undefined;
}

/** Where a page ends: for each register the last number shown, with its suffix. */
export type BookPlace = Record<string, [number: number, suffix: string]>;

export function planFilter(
  actor: DeskActor,
  input: AgendaFilters,
  book: { unitId: string | null; year: number; now: Date },
): BookFilter {
  const wanted = input.statuses?.map((status) => (status === 'void' ? ['void', 'cancelled'] : [status])).flat();
  const statuses = wanted?.filter((status) => status !== 'late') ?? [];
  return {
    ...readerOf(actor),
    unitId: book.unitId,
    year: book.year,
    from: input.from ?? null,
    to: input.to ?? null,
    words: input.q,
    grades: someOf(input.grades),
    channels: someOf(input.channels),
    statuses: someOf(wanted) === null ? null : statuses,
    wantsLate: wanted?.includes('late') ?? false,
    deskId: input.positionId ?? null,
    letterIds: someOf(input.ids),
    now: book.now,
  };
}

function someOf(values: readonly string[] | undefined): readonly string[] | null {
  return values === undefined || values.length === 0 ? null : values;
}
