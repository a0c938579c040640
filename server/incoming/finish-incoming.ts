import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { closeChain } from '../dispositions/close-chain.ts';
import { AppError } from '../errors.ts';
import { hint } from '../notifications/notify.ts';
import type { finishIncomingEndpoint, Incoming } from './contract.ts';
import { describeIncoming } from './describe-incoming.ts';
import { setFinished, setSettled } from './desk-queries.ts';
import { enqueueFiling } from './enqueue-filing.ts';
import { eventSubject } from './event-subject.ts';
import { loadForDesk, loadIncoming } from './load-incoming.ts';

/** Nothing more is to be done with the letter: its chain is closed, or is by force, and the letter goes to its file. */
export function finishIncoming(
  deps: Deps,
  actor: DeskActor,
  { incomingId, note, forceReason }: InputOf<typeof finishIncomingEndpoint>,
): Promise<Incoming> {
  return command(deps, actor, async (tx) => {
    const { row, addressees } = await loadForDesk(tx, actor, { incomingId, action: 'finish' });
    const { agencyId, positionId } = actor;
    if (!addressees.some((addressee) => addressee.positionId === positionId && addressee.role === 'to'))
      throw new AppError('forbidden', { detail: 'Hanya jabatan yang dituju surat ini yang dapat menyelesaikannya.' });
    const now = deps.now();
    const closed = await closeChain(tx, deps, actor, { incomingId, forceReason });
    await setFinished(tx, { agencyId, incomingId, note, now });
    await setSettled(tx, { agencyId, incomingId, positionId, now });
    await enqueueFiling(tx, { agencyId, incomingId }, now);
    const positionIds = addressees.map((addressee) => addressee.positionId);
    await hint(tx, { agencyId, kind: 'incoming', entityId: incomingId, positionIds: [...new Set(positionIds)], now });
    const described = await describeIncoming(tx, actor, await loadIncoming(tx, actor, incomingId));
    const detail = { incomingId, isForced: forceReason !== '' && closed.length > 0 };
    await recordEvents(tx, deps, actor, [
      ...closed,
      { action: 'incoming.finished', letterId: eventSubject(row), detail },
    ]);
    return described;
  });
}
