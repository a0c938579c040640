import type { AuditEntry } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { hint, notify, shownSubject } from '../notifications/notify.ts';
import { listSecretaries, today } from '../organisation/directory.ts';
import { refreshRights } from '../search/index-letter.ts';
import { grantIncoming } from './access.ts';
import { deleteCopies, insertDirected, setDirected } from './desk-queries.ts';
import { eventSubject } from './event-subject.ts';
import { type Direction, directionGrants } from './plan-direction.ts';
import type { IncomingRow } from './queries.ts';
import { nextIncomingStatus } from './states.ts';

type Letter = Pick<
  IncomingRow,
  'id' | 'letterId' | 'status' | 'securityClass' | 'handlingGrade' | 'subject' | 'senderTitle' | 'senderUnit'
>;

/** Puts the letter on the desks' tables with their reading rights, and tells them. Returns what the chain is to hold. */
export async function giveToDesks(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { letter, direction, note }: { letter: Letter; direction: Direction; note: string },
): Promise<AuditEntry[]> {
  const { to, cc } = direction;
  const positionIds = [...to, ...cc];
  if (positionIds.length === 0) return [];
  const { agencyId, positionId: byPositionId, personId: byPersonId } = actor;
  const now = deps.now();
  const key = { agencyId, incomingId: letter.id };
  const row = { ...key, byPositionId, byPersonId, note, now, isUrgent: letter.handlingGrade !== 'biasa' };
  await deleteCopies(tx, { ...key, positionIds: to });
  await insertDirected(tx, { ...row, positionIds: to, role: 'to' });
  await insertDirected(tx, { ...row, positionIds: cc, role: 'cc' });
  await grantIncoming(tx, { agencyId, id: letter.id, letterId: letter.letterId }, directionGrants(direction), now);
  if (letter.letterId !== null) await refreshRights(tx, agencyId, letter.letterId);
  const status = nextIncomingStatus(letter.status, 'direct') ?? letter.status;
  await setDirected(tx, { ...key, status, now });
  await tell(tx, { agencyId, letter, positionIds, now });
  const { date } = await today(tx, deps, agencyId);
  const secretaries = await listSecretaries(tx, { agencyId, positionIds: to, date });
  const readers = [...new Set([...positionIds, ...secretaries])];
  await hint(tx, { agencyId, kind: 'incoming', entityId: letter.id, positionIds: readers, now });
  return [
    { action: 'incoming.directed', letterId: eventSubject(letter), detail: { incomingId: letter.id, to, cc, note } },
  ];
}

function tell(
  tx: Tx,
  { agencyId, letter, positionIds, now }: { agencyId: string; letter: Letter; positionIds: string[]; now: Date },
): Promise<void> {
  const sender = letter.senderTitle === '' ? letter.senderUnit : letter.senderTitle;
  const text = `Surat masuk dari ${sender}: ${shownSubject(letter)}`;
  const { id: incomingId, letterId } = letter;
  return notify(tx, { agencyId, positionIds, kind: 'incoming', letterId, incomingId, text, now });
}
