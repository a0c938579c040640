import type { AuditEntry } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import { eventSubject } from '../incoming/event-subject.ts';
import { hint, notify, shownSubject } from '../notifications/notify.ts';

/** The letter that a notice is about. */
export interface About {
  id: string;
  letterId: string | null;
  subject: string;
  securityClass: string;
}

export interface Told {
  agencyId: string;
  positionIds: readonly string[];
  kind: string;
  itemId?: string;
  text: string;
  now: Date;
}

/** One line in the notice list of each desk; a secret letter is not named. Lines end with what the letter is about. */
export async function tellDesks(tx: Tx, letter: About, told: Told): Promise<void> {
  const text = `${told.text}: ${shownSubject(letter)}`;
  await notify(tx, { ...told, text, letterId: letter.letterId, incomingId: letter.id });
}

/** Browsers of these desks ask again for the chain of the letter; the hint carries the id of the incoming letter. */
export async function hintDesks(
  tx: Tx,
  letter: { id: string },
  desks: { agencyId: string; positionIds: readonly string[]; now: Date },
): Promise<void> {
  const positionIds = [...new Set(desks.positionIds)];
  if (positionIds.length === 0) return;
  await hint(tx, { ...desks, positionIds, kind: 'disposition', entityId: letter.id });
}

/** An event of the chain of a letter; facts only, never what was said. */
export function dispositionEvent(
  letter: { id: string; letterId: string | null },
  action: string,
  detail: Record<string, unknown>,
): AuditEntry {
  return { action, letterId: eventSubject(letter), detail: { incomingId: letter.id, ...detail } };
}
