import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { getIncomingEndpoint, Incoming } from './contract.ts';
import { describeIncoming } from './describe-incoming.ts';
import { loadIncoming } from './load-incoming.ts';
import { eventSubject } from './event-subject.ts';

/** One incoming letter, for the desks that may read it. */
export function getIncoming(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getIncomingEndpoint>,
): Promise<Incoming> {
  return read(deps, actor, async (tx) => {
    const loaded = await loadIncoming(tx, actor, input.incomingId);
    const described = await describeIncoming(tx, deps, actor, loaded);
    if (loaded.row.securityClass !== 'B')
      await recordEvents(tx, deps, actor, [
        { action: 'letter.viewed', letterId: eventSubject(loaded.row), detail: { incomingId: loaded.row.id } },
      ]);
    return described;
  });
}
