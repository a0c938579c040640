import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { refuseReading } from '../letters/access.ts';
import type { getIncomingEndpoint, Incoming } from './contract.ts';
import { handlesUnread } from './describe-for-registry.ts';
import { describeIncoming } from './describe-incoming.ts';
import { eventSubject } from './event-subject.ts';
import { loadWithRight } from './load-incoming.ts';

/** One incoming letter, for the desks that may read it; for the registry of its unit otherwise without its content. */
export function getIncoming(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getIncomingEndpoint>,
): Promise<Incoming> {
  return read(deps, actor, async (tx) => {
    const { incomingId } = input;
    const { canRead, ...loaded } = await loadWithRight(tx, actor, { incomingId, isLocked: false });
    if (!canRead && !handlesUnread(actor, loaded)) refuseReading(loaded.row);
    const described = await describeIncoming(tx, actor, { ...loaded, isContentHidden: !canRead });
    if (canRead && loaded.row.securityClass !== 'B')
      await recordEvents(tx, deps, actor, [
        { action: 'letter.viewed', letterId: eventSubject(loaded.row), detail: { incomingId: loaded.row.id } },
      ]);
    return described;
  });
}
