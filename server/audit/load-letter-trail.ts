import type { Tx } from '../db.ts';
import { agreesWithBody, chainStart, nextHash, parseBody } from './chain.ts';
import { describeEvent } from './list-letter-events.ts';
import { findHeadWithSpan, listEventsOfLetter, type LetterEventRow } from './queries.ts';

export type TrailEvent = ReturnType<typeof describeEvent> & { positionId: string | null };

export interface LetterTrail {
  events: TrailEvent[];
  /** Hash of the agency's newest event. */
  chainHead: string;
  /**
   * Each event of the letter follows from the one before it in the chain and leads to the one after, and no number is
   * missing from its first event on. The whole chain is recomputed by `checkChain`.
   */
  isIntact: boolean;
}

/** Every event of one letter, oldest first; the caller has asked for the right to read. */
export async function loadLetterTrail(tx: Tx, agencyId: string, letterId: string): Promise<LetterTrail> {
  const rows = await listEventsOfLetter(tx, agencyId, letterId);
  const firstSeq = rows[0]?.seq ?? 1;
  const head = await findHeadWithSpan(tx, agencyId, firstSeq);
  const isComplete = head !== undefined && head.present === head.seq - firstSeq + 1 && endsIn(head, rows.at(-1));
  return {
    events: rows.map((row) => ({ ...describeEvent(row), positionId: positionOf(row) })),
    chainHead: head?.hash ?? '',
    isIntact: isComplete && rows.every((row) => fitsItsNeighbours(agencyId, row)),
  };
}

/** When the letter's last event is the newest of all, the head must say so. */
function endsIn(head: { seq: number; hash: string }, last: LetterEventRow | undefined): boolean {
  return last === undefined || head.seq !== last.seq || head.hash === last.hash;
}

function positionOf(row: LetterEventRow): string | null {
  const positionId = parseBody(row.body)?.['positionId'];
  return typeof positionId === 'string' ? positionId : null;
}

function fitsItsNeighbours(agencyId: string, row: LetterEventRow): boolean {
  const previous = row.seq === 1 ? chainStart(agencyId).hash : row.previousHash;
  if (previous === null || row.hash !== nextHash(previous, row.body) || !agreesWithBody(row)) return false;
  return row.nextBody === null || row.nextHash === nextHash(row.hash, row.nextBody);
}
