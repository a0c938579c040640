import { command } from '../command.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { hint } from './notify.ts';
import { setNoticesRead } from './queries.ts';

/** A definitive holder under a Plh. may do this too: it changes what the desk has seen, not the letter. */
export function readNotifications(deps: Deps, actor: DeskActor): Promise<{ read: number }> {
  return command(deps, actor, async (tx) => {
    const now = deps.now();
    const read = await setNoticesRead(tx, { agencyId: actor.agencyId, positionId: actor.positionId, now });
    if (read > 0)
      await hint(tx, {
        agencyId: actor.agencyId,
        kind: 'notification',
        entityId: actor.positionId,
        positionIds: [actor.positionId],
        now,
      });
    return { read };
  });
}
