import type { Tx } from '../db.ts';
import { countIncomingBook } from './incoming-book-queries.ts';
import type { OpenBook } from './open-book.ts';
import { countOutgoingBook } from './outgoing-book-queries.ts';

/** Rows of the book that match its filter, counted no further than `limit`. */
export async function countMatches(tx: Tx, { kind, filter, registers }: OpenBook, limit: number): Promise<number> {
  const count = kind === 'incoming' ? countIncomingBook : countOutgoingBook;
  let total = 0;
  for (const { id } of registers) total += await count(tx, { ...filter, registerId: id, limit });
  return Math.min(total, limit);
}
