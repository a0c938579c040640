import { recordEvents } from '../audit/record-events.ts';
import type { Deps, SessionActor } from '../deps.ts';
import { deleteSessionsOfAccount } from './queries.ts';
import { sessionCookie } from './session-cookie.ts';

/** Ends every session of the account, this one too. */
export async function logOutEverywhere(deps: Deps, actor: SessionActor): Promise<{ ended: number }> {
  const ended = await deps.db.transaction({ agencyId: actor.agencyId }, async (tx) => {
    const count = await deleteSessionsOfAccount(tx, actor.accountId);
    await recordEvents(tx, deps, actor, [{ action: 'session.closed_everywhere', detail: { sessions: count } }]);
    return count;
  });
  actor.setCookie(sessionCookie(deps.config, ''));
  return { ended };
}
