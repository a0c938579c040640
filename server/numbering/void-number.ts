import type { Tx } from '../db.ts';
import { clearLetterNumber, voidEntries } from './queries.ts';

export interface NumberVoid {
  agencyId: string;
  letterId: string;
  /** Indonesian: why the number will stay unused. */
  reason: string;
  /** Desk whose action voids it; null when time did (the year turned). */
  positionId: string | null;
  now: Date;
}

/**
 * Gives up the number of a letter that is not signed: the entry stays in its book as void with the reason, and is never
 * used again. Tells which numbers were voided, for the event; empty when the letter had none.
 */
export async function voidNumber(tx: Tx, given: NumberVoid): Promise<{ year: number; number: number }[]> {
  const voided = await voidEntries(tx, { ...given, entityId: given.letterId });
  if (voided.length > 0) await clearLetterNumber(tx, given);
  return voided.map(({ year, number }) => ({ year, number }));
}
