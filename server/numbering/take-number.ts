import type { Tx } from '../db.ts';
import { takeNextNumber } from './queries.ts';

export interface NumberWanted {
  agencyId: string;
  registerId: string;
  /** Business date of the accepting transaction; its year is the book's year. */
  date: string;
  /** Letter or incoming letter the number is given to. */
  entityId: string;
  now: Date;
}

/**
 * Takes the next number of a book. The book stays locked until the transaction ends: call this as late as possible, and
 * take from several books in the order of their ids.
 */
export function takeNumber(tx: Tx, wanted: NumberWanted): Promise<number> {
  return takeNextNumber(tx, { ...wanted, onDay: wanted.date, year: Number(wanted.date.slice(0, 4)) });
}
