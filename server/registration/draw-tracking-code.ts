import { randomInt } from 'node:crypto';
import type { Tx } from '../db.ts';
import { insertTracking } from './registration-queries.ts';

/** Crockford's base 32: nothing that is mistaken for something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Gives the letter a code for its sender: forty bits of chance, so that nobody guesses one. */
export async function drawTrackingCode(
  tx: Tx,
  letter: { agencyId: string; incomingId: string; now: Date },
): Promise<string> {
  for (;;) {
    const drawn = Array.from({ length: 8 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
    const code = `LTR-${drawn.slice(0, 4)}-${drawn.slice(4)}`;
    if (await insertTracking(tx, { ...letter, code })) return code;
  }
}
