import { createHash } from 'node:crypto';
import type { EventRow } from './queries.ts';

/** Where a chain stands: the number and hash (hexadecimal) of its last event. */
export interface ChainPosition {
  seq: number;
  hash: string;
}

/** Before the first event stands the hash of the agency's id, so chains of two agencies cannot be exchanged. */
export function chainStart(agencyId: string): ChainPosition {
  return { seq: 0, hash: createHash('sha256').update(agencyId, 'utf8').digest('hex') };
}

/** sha256(previous hash || body), as the database computes it on append. */
export function nextHash(previousHash: string, body: string): string {
  return createHash('sha256').update(Buffer.from(previousHash, 'hex')).update(body, 'utf8').digest('hex');
}

/**
 * Walks rows that must follow `from` without a gap. `broken` is the first number that does not fit: missing, inserted,
 * reordered, or with a body, hash or column other than what was recorded.
 */
export function walkChain(
  from: ChainPosition,
  rows: readonly EventRow[],
): { end: ChainPosition; broken: number | null } {
  let end = from;
  for (const row of rows) {
    if (row.seq !== end.seq + 1) return { end, broken: end.seq + 1 };
    if (row.hash !== nextHash(end.hash, row.body) || !agreesWithBody(row)) return { end, broken: row.seq };
    end = { seq: row.seq, hash: row.hash };
  }
  return { end, broken: null };
}

/** The columns repeat parts of the body for searching; they are no part of the hash, so they are compared. */
export function agreesWithBody(row: EventRow): boolean {
  const recorded = parseBody(row.body);
  if (!recorded) return false;
  return (
    recorded['action'] === row.action &&
    (recorded['letterId'] ?? null) === row.letterId &&
    typeof recorded['at'] === 'string' &&
    Date.parse(recorded['at']) === Date.parse(row.at)
  );
}

export function parseBody(body: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
