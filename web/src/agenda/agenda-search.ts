import type { QueryOf } from '../../../server/contract.ts';
import type { AgendaRow, listAgendaEndpoint } from '../../../server/agenda/contract.ts';
import type { Channel } from '../../../server/incoming/contract.ts';

export type Book = 'incoming' | 'outgoing';
type Grade = AgendaRow['handlingGrade'];
export type StatusFilter = AgendaRow['status'] | 'late';

/** What is asked of the book, as it stands in the address. */
export interface AgendaSearch {
  q?: string | undefined;
  tahun?: number | undefined;
  dari?: string | undefined;
  sampai?: string | undefined;
  sifat?: Grade[] | undefined;
  jalur?: Channel[] | undefined;
  status?: StatusFilter[] | undefined;
  /** Desk it was directed to, with its name for the chip. */
  meja?: string | undefined;
  namaMeja?: string | undefined;
  unit?: string | undefined;
}

export const gradeOptions = ['biasa', 'segera', 'sangat_segera'] as const;
export const channelOptions = ['counter', 'courier', 'post', 'email', 'srikandi', 'internal'] as const;

/** What a book may be asked for, in the order of a letter's life. */
export const statusOptions: Record<Book, readonly StatusFilter[]> = {
  incoming: ['registered', 'directed', 'in_progress', 'late', 'done', 'filed', 'void'],
  outgoing: ['outgoing', 'dispatched', 'revoked', 'void'],
};

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value) === '' ? undefined : String(value).slice(0, 200);
}

function dayOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : undefined;
}

function yearOf(value: unknown): number | undefined {
  const year = Number(value);
  return Number.isInteger(year) && year >= 2000 && year <= 2200 ? year : undefined;
}

function listOf<T extends string>(value: unknown, allowed: readonly T[]): T[] | undefined {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  const known = allowed.filter((one) => values.includes(one));
  return known.length === 0 ? undefined : known;
}

/** Leaves out what an old or mistyped address carries. */
export function readAgendaSearch(search: Record<string, unknown>): AgendaSearch {
  return {
    q: textOf(search['q']),
    tahun: yearOf(search['tahun']),
    dari: dayOf(search['dari']),
    sampai: dayOf(search['sampai']),
    sifat: listOf(search['sifat'], gradeOptions),
    jalur: listOf(search['jalur'], channelOptions),
    status: listOf(search['status'], [...new Set(Object.values(statusOptions).flat())]),
    meja: textOf(search['meja']),
    namaMeja: textOf(search['namaMeja']),
    unit: textOf(search['unit']),
  };
}

export function agendaQuery(search: AgendaSearch): QueryOf<typeof listAgendaEndpoint> {
  return {
    q: search.q,
    year: search.tahun,
    from: search.dari,
    to: search.sampai,
    grades: search.sifat?.join(','),
    channels: search.jalur?.join(','),
    statuses: search.status?.join(','),
    positionId: search.meja,
    unitId: search.unit,
  };
}

/** Whether anything but the unit and the year is asked. */
export function isFiltered({ unit: _unit, tahun: _year, namaMeja: _name, ...filters }: AgendaSearch): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}
