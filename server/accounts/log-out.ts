import { recordEvents } from '../audit/record-events.ts';
import type { Deps, SessionActor } from '../deps.ts';
import { deleteSession } from './queries.ts';
import { sessionCookie } from './session-cookie.ts';

export async function logOut(deps: Deps, actor: SessionActor): Promise<{ ended: number }> {
  const ended = await deps.db.transaction({ agencyId: actor.agencyId }, async (tx) => {
    const count = await deleteSession(tx, actor.sessionHash);
    await recordEvents(tx, deps, actor, [{ action: 'session.closed' }]);
    return count;
  });
  actor.setCookie(sessionCookie(deps.config, ''));
  return { ended };
}
