import { useState } from 'react';
import type { AgendaRow } from '../../../server/agenda/contract.ts';
import { isVoid } from './agenda-words.ts';

/** As many as the export takes. */
export const mostSelected = 100;

export interface Selection {
  ids: readonly string[];
  /** No more rows can be chosen. */
  isFull: boolean;
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  /** Chooses every row of the page in sight, or lets all of them go when they are chosen already. */
  togglePage: () => void;
  page: 'none' | 'some' | 'all';
  clear: () => void;
}

/** What can be chosen: rows with a letter behind them; a void number has none. */
export function selectableIds(rows: readonly AgendaRow[]): string[] {
  return rows.flatMap((row) => (row.id === null || isVoid(row) ? [] : [row.id]));
}

/** The choice after a press on the box over the page; no more than fit. */
export function togglePageOf(chosen: readonly string[], page: readonly string[]): string[] {
  const isWhole = page.every((id) => chosen.includes(id));
  if (isWhole) return chosen.filter((id) => !page.includes(id));
  return [...chosen, ...page.filter((id) => !chosen.includes(id))].slice(0, mostSelected);
}

/** Rows chosen in one view of the book, over its pages; another filter, unit or year begins anew. */
export function useSelection(print: string, rows: readonly AgendaRow[]): Selection {
  const [kept, setKept] = useState<{ print: string; ids: readonly string[] }>({ print, ids: [] });
  const ids = kept.print === print ? kept.ids : [];
  const set = (next: readonly string[]) => setKept({ print, ids: next });
  const page = selectableIds(rows);
  const here = page.filter((id) => ids.includes(id)).length;
  return {
    ids,
    isFull: ids.length >= mostSelected,
    has: (id) => ids.includes(id),
    toggle: (id) => {
      if (ids.includes(id)) set(ids.filter((one) => one !== id));
      else if (page.includes(id) && ids.length < mostSelected) set([...ids, id]);
    },
    togglePage: () => set(togglePageOf(ids, page)),
    page: here === 0 ? 'none' : here === page.length ? 'all' : 'some',
    clear: () => set([]),
  };
}
