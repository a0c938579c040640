import { z } from 'zod';
import type { Tx } from '../db.ts';
import { AppError } from '../errors.ts';
import type { BookPlace } from './book-filter.ts';
import type { AgendaRow } from './contract.ts';
import { type BookRow, listIncomingBook } from './incoming-book-queries.ts';
import type { OpenBook } from './open-book.ts';
import { listOutgoingBook } from './outgoing-book-queries.ts';

const Place = z.record(z.uuid(), z.tuple([z.int().positive(), z.string().max(10)]));

/** A page of the book, newest first, and where the next one begins. */
export async function readBook(
  tx: Tx,
  book: OpenBook,
  page: { after: BookPlace; limit: number },
): Promise<{ rows: AgendaRow[]; next: BookPlace | null }> {
  const wanted = { ...page, limit: page.limit + 1 };
  const found: BookRow[][] = [];
  for (const { id } of book.registers) found.push(await listRegister(tx, book, id, wanted));
  const merged = mergeNewestFirst(found);
  const shown = merged.slice(0, page.limit);
  const next = { ...page.after };
  for (const { registerId, number, suffix } of shown) next[registerId] = [number, suffix];
  return {
    rows: shown.map(({ registerId: _register, suffix: _suffix, ...row }) => row),
    next: merged.length > page.limit ? next : null,
  };
}

function listRegister(
  tx: Tx,
  { kind, filter }: OpenBook,
  registerId: string,
  { after, limit }: { after: BookPlace; limit: number },
): Promise<BookRow[]> {
  const [afterNumber, afterSuffix] = after[registerId] ?? [null, ''];
  return kind === 'incoming'
    ? listIncomingBook(tx, { ...filter, registerId, afterNumber, limit })
    : listOutgoingBook(tx, { ...filter, registerId, afterNumber, afterSuffix, limit });
}

/** Each register keeps the order of its numbers; between registers the later number comes first. */
export function mergeNewestFirst<Row extends { at: string }>(lists: readonly (readonly Row[])[]): Row[] {
  const queues = lists.map((list) => [...list]);
  const merged: Row[] = [];
  for (;;) {
    const fullest = queues.filter(([head]) => head !== undefined);
    const [first, ...others] = fullest;
    if (!first) return merged;
    const latest = others.reduce((best, queue) => ((queue[0]?.at ?? '') > (best[0]?.at ?? '') ? queue : best), first);
    merged.push(...latest.splice(0, 1));
  }
}

export function writePlace(place: BookPlace): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

export function readPlace(text: string | undefined): BookPlace {
  if (text === undefined || text === '') return {};
  try {
    return Place.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new AppError('invalid_input', {
      fields: [{ path: 'after', message: 'Penanda halaman tidak dikenal. Muat ulang daftar.' }],
    });
  }
}
