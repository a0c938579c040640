import { type AuditEntry, recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { loadItem } from '../dispositions/load-tree.ts';
import { AppError } from '../errors.ts';
import { beginLetter } from '../letters/begin-letter.ts';
import type { replyIncomingEndpoint } from './contract.ts';
import { eventSubject } from './event-subject.ts';
import { loadIncoming } from './load-incoming.ts';
import { type Answered, planReply, replyType } from './plan-reply.ts';
import type { IncomingRow } from './queries.ts';
import { findAddress, findSender, insertReply } from './reply-queries.ts';

/** Begins a draft that answers the letter: addressed to its sender, with its classification, and linked to it. */
export function replyIncoming(
  deps: Deps,
  actor: DeskActor,
  { incomingId, itemId }: InputOf<typeof replyIncomingEndpoint>,
): Promise<{ letterId: string }> {
  return command(deps, actor, async (tx) => {
    const { row, addressees } = await loadIncoming(tx, actor, incomingId);
    if (row.status === 'cancelled') throw new AppError('wrong_state');
    const dueDate = itemId === null ? row.dueDate : await dueOfItem(tx, deps, actor, { itemId, incomingId });
    const answered = await readAnswered(tx, actor, row, dueDate);
    const begun = await beginLetter(tx, deps, actor, {
      type: replyType(answered),
      prefill: planReply(answered),
      addressedTo: addressees.flatMap(({ role, positionId }) => (role === 'to' ? [positionId] : [])),
      detail: { replyTo: incomingId },
    });
    const { agencyId } = actor;
    await insertReply(tx, { agencyId, letterId: begun.id, incomingId, itemId, now: deps.now() });
    await recordEvents(tx, deps, actor, [begun.event, ...eventsOf(row, { letterId: begun.id, itemId })]);
    return { letterId: begun.id };
  });
}

/** The disposition that asks for the answer; its deadline is that of the answer. */
async function dueOfItem(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { itemId, incomingId }: { itemId: string; incomingId: string },
): Promise<string | null> {
  const { item } = await loadItem(tx, deps, actor, { itemId, isLocked: false });
  if (item.incomingId !== incomingId) throw new AppError('not_found');
  if (item.receivedAt === null || item.status === 'recalled') throw new AppError('wrong_state');
  return item.dueDate;
}

async function readAnswered(
  tx: Tx,
  { agencyId, opdId }: DeskActor,
  row: IncomingRow,
  dueDate: string | null,
): Promise<Answered> {
  const sender = row.letterId === null ? undefined : await findSender(tx, { agencyId, letterId: row.letterId });
  const contact = row.contactId === null ? undefined : await findAddress(tx, { agencyId, contactId: row.contactId });
  return {
    letter: row,
    sender:
      sender === undefined || sender.isAbolished
        ? null
        : {
            positionId: sender.positionId,
            isOwnOpd: sender.opdId === opdId,
            isNote: sender.type === 'nota_dinas',
          },
    address: contact ?? { address: '', email: '' },
    dueDate,
  };
}

/** The draft repeats words of the letter: for one that is not open that is a look at it. */
function eventsOf(row: IncomingRow, { letterId, itemId }: { letterId: string; itemId: string | null }): AuditEntry[] {
  const about = { letterId: eventSubject(row) };
  const viewed = { ...about, action: 'letter.viewed', detail: { incomingId: row.id, part: 'reply' } };
  return [
    ...(row.securityClass === 'B' ? [] : [viewed]),
    { ...about, action: 'incoming.reply_started', detail: { incomingId: row.id, letterId, itemId } },
  ];
}
