import { recordEvents } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import type { JobRun } from '../job-run.ts';
import { hint, notify, shownSubject } from '../notifications/notify.ts';
import { finishOutbox } from '../outbox.ts';
import { deleteSecret, setFailed, type Attempt } from './attempt-queries.ts';
import { setLetterReadyAgain } from './letter-queries.ts';
import { failureText } from './progress.ts';

export type SigningFailure =
  | 'secret_expired'
  | 'secret_lost'
  | 'wrong_passphrase'
  | 'signing_service'
  | 'signing_refused'
  | 'certificate_revoked'
  | 'typeset_failed'
  | 'self_check_failed';

/**
 * Ends an attempt for good: the letter goes back to the signatory with its number, and both desks are told. Does nothing
 * when another run has ended or accepted the attempt.
 */
export async function failSigning(deps: Deps, run: JobRun, attempt: Attempt, code: SigningFailure): Promise<void> {
  await deps.db.transaction({ agencyId: attempt.agencyId }, async (tx) => {
    await failInTransaction(tx, deps, run.actor, { attempt, code });
    await finishOutbox(tx, run.outboxId, deps.now());
  });
}

export async function failInTransaction(
  tx: Tx,
  deps: Deps,
  actor: JobRun['actor'],
  { attempt, code }: { attempt: Attempt; code: SigningFailure },
): Promise<boolean> {
  const now = deps.now();
  const { agencyId, letterId } = attempt;
  if (!(await setFailed(tx, { agencyId, attemptId: attempt.id, code, now }))) return false;
  const letter = await setLetterReadyAgain(tx, { agencyId, letterId, now });
  if (!letter) throw new Error(`letter ${letterId} is not being signed although its attempt is`);
  await deleteSecret(tx, { agencyId, secretId: attempt.secretId });
  await notify(tx, {
    agencyId,
    positionIds: [attempt.positionId],
    kind: 'signing_failed',
    letterId,
    text: `${shownSubject(letter)}: ${failureText(code)}`,
    now,
  });
  await hint(tx, {
    agencyId,
    kind: 'letter',
    entityId: letterId,
    positionIds: [attempt.positionId, letter.drafterPositionId],
    now,
  });
  await recordEvents(tx, deps, actor, [
    { action: 'signing.failed', letterId, detail: { code, attemptId: attempt.id, number: letter.number } },
  ]);
  return true;
}
