import { uuidv7 } from 'uuidv7';
import type { Tx } from '../db.ts';
import { insertHint, insertNotifications } from './queries.ts';

/** Tells desks that something changed; browsers of those desks ask again. Carries no content. */
export function hint(
  tx: Tx,
  about: {
    agencyId: string;
    kind: 'letter' | 'incoming' | 'intake' | 'disposition' | 'notification';
    entityId: string;
    positionIds: readonly string[];
    now: Date;
  },
): Promise<void> {
  return insertHint(tx, about);
}

export interface Notice {
  agencyId: string;
  positionIds: readonly string[];
  kind: string;
  /** Letter of ours; null when the notice is about a letter from outside. */
  letterId: string | null;
  incomingId?: string | undefined;
  /** Disposition it is about. */
  itemId?: string | undefined;
  /** Screen it opens, where none of these says so. */
  path?: string | undefined;
  /** Indonesian, one line. */
  text: string;
  now: Date;
}

/** Puts one line into the notice list of each desk. */
export async function notify(tx: Tx, notice: Notice): Promise<void> {
  const positionIds = [...new Set(notice.positionIds)];
  if (positionIds.length === 0) return;
  const { agencyId, kind, letterId, text, now } = notice;
  const incomingId = notice.incomingId ?? null;
  const desks = positionIds.map((positionId) => ({ id: uuidv7(), positionId }));
  await insertNotifications(
    tx,
    { agencyId, kind, letterId, incomingId, itemId: notice.itemId ?? null, path: notice.path ?? null, text, now },
    desks,
  );
  const entityId = incomingId ?? letterId ?? agencyId;
  await insertHint(tx, { agencyId, kind: 'notification', entityId, positionIds, now });
}

/** A notice outlives its reader's right to the letter, so it never names what a secret letter is about. */
export function shownSubject(letter: { subject: string; securityClass: string }): string {
  return letter.securityClass === 'R' || letter.securityClass === 'SR' ? 'surat rahasia' : letter.subject;
}
