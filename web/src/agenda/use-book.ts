import { useState } from 'react';
import { useOperation } from '../api/index.ts';
import { listAgenda } from './agenda-operations.ts';
import { agendaQuery, type AgendaSearch, type Book } from './agenda-search.ts';

const pageRows = 50;

/** Pages by keyset: the way back is the list of cursors that led here. */
export function useBook(book: Book, search: AgendaSearch) {
  const query = agendaQuery(search);
  const print = JSON.stringify([book, query]);
  const [place, setPlace] = useState<{ print: string; cursors: readonly string[] }>({ print, cursors: [] });
  const cursors = place.print === print ? place.cursors : [];
  const found = useOperation(
    listAgenda,
    { params: { book }, query: { ...query, limit: pageRows, after: cursors.at(-1) } },
    { keepPrevious: true },
  );
  const next = found.data?.next ?? null;
  const go = (to: readonly string[]) => {
    setPlace({ print, cursors: to });
    document.querySelector('[aria-label="Buku agenda"]')?.scrollTo({ top: 0 });
  };
  return {
    /** What is asked, as text: another question begins at its first page. */
    print,
    found,
    first: cursors.length * pageRows + 1,
    newer: cursors.length === 0 ? undefined : () => go(cursors.slice(0, -1)),
    older: next === null ? undefined : () => go([...cursors, next]),
  };
}
