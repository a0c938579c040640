import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { hint } from '../notifications/notify.ts';
import type { markIncomingReadEndpoint } from './contract.ts';
import { eventSubject } from './event-subject.ts';
import { loadIncoming } from './load-incoming.ts';
import { findDrafterPosition, setRead } from './queries.ts';

/**
 * Records the desk's first opening, which its sender sees. Someone who only reads from the desk (a Plh. is running)
 * leaves it unread.
 */
export function markIncomingRead(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof markIncomingReadEndpoint>,
): Promise<{ readAt: string }> {
  return command(deps, actor, async (tx) => {
    const { row, addressees } = await loadIncoming(tx, actor, input.incomingId);
    const own = addressees.filter((addressee) => addressee.positionId === actor.positionId);
    if (own.length === 0) throw new AppError('forbidden', { detail: 'Surat ini tidak dialamatkan ke jabatan Anda.' });
    const now = deps.now();
    const readAt = own[0]?.readAt ?? now.toISOString();
    if (!actor.canAct) return { readAt };
    const { agencyId, positionId, personId } = actor;
    const isFirst = await setRead(tx, { agencyId, incomingId: row.id, positionId, personId, now });
    if (!isFirst) return { readAt };
    const drafter =
      row.letterId === null ? undefined : await findDrafterPosition(tx, { agencyId, letterId: row.letterId });
    const positionIds = drafter === undefined ? [positionId] : [positionId, drafter];
    await hint(tx, { agencyId, kind: 'incoming', entityId: row.id, positionIds, now });
    await recordEvents(tx, deps, actor, [
      { action: 'letter.read', letterId: eventSubject(row), detail: { incomingId: row.id } },
    ]);
    return { readAt };
  });
}
