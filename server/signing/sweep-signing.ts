import type { Deps, SystemActor } from '../deps.ts';
import { enqueue } from '../outbox.ts';
import { forEachAgency } from '../upkeep/for-each-agency.ts';
import { findAttempt } from './attempt-queries.ts';
import { failInTransaction } from './fail-signing.ts';
import { SECRET_LIFETIME_MS } from './secret.ts';
import { deleteExpiredSecrets, listStuckAttempts, type StuckAttempt } from './sweep-queries.ts';

/** Time a hand-over between two jobs may take before it counts as lost. */
const IDLE_MS = 30_000;

/**
 * No letter rests in `signing` unseen: without passphrase it goes back to its signatory, with a finished signature it is
 * sent on again. Expired passphrases go.
 */
export async function sweepSigning(deps: Deps): Promise<void> {
  const now = deps.now();
  await deps.db.transaction({ agencyId: null }, (tx) => deleteExpiredSecrets(tx, now));
  await forEachAgency(deps, async (agencyId) => {
    const limits = {
      agencyId,
      startedBefore: new Date(now.getTime() - SECRET_LIFETIME_MS),
      idleBefore: new Date(now.getTime() - IDLE_MS),
    };
    const stuck = await deps.db.transaction({ agencyId }, (tx) => listStuckAttempts(tx, limits));
    for (const attempt of stuck) await moveOn(deps, agencyId, attempt);
  });
}

async function moveOn(deps: Deps, agencyId: string, stuck: StuckAttempt): Promise<void> {
  const actor: SystemActor = { kind: 'system', agencyId, job: 'signing.sweep' };
  await deps.db.transaction({ agencyId }, async (tx) => {
    if (stuck.state === 'sealed') {
      const payload = { letterId: stuck.letterId, attemptId: stuck.id };
      await enqueue(tx, agencyId, 'signing.timestamp', payload, { now: deps.now() });
      return;
    }
    const attempt = await findAttempt(tx, { agencyId, attemptId: stuck.id });
    if (attempt) await failInTransaction(tx, deps, actor, { attempt, code: 'secret_expired' });
  });
}
