import type { Tx } from '../db.ts';
import { countIncomingBook } from './incoming-book-queries.ts';
import type { OpenBook } from './open-book.ts';
import { countOutgoingBook } from './outgoing-book-queries.ts';

/** Rows of the book that match its filter, counted no further than `limit`. */
export function countMatches(tx: Tx, { kind, filter, registers }: OpenBook, limit: number): Promise<number> {
  return kind === 'incoming'
    ? countIncomingBook(tx, { ...filter, limit })
    : countOutgoingBook(tx, { ...filter, limit, registerIds: registers.map(({ id }) => id) });
}
