import { read } from '../command.ts';
import type { Deps } from '../deps.ts';
import { type JobHandler, type JobRun, TryLater } from '../job-run.ts';
import { JOBS } from '../jobs.ts';
import { hint } from '../notifications/notify.ts';
import { acceptLetter } from './accept-letter.ts';
import { type Attempt, findAttempt, setWaiting } from './attempt-queries.ts';
import { failSigning } from './fail-signing.ts';
import { addSignatureTimestamp } from './pades/add-signature-timestamp.ts';
import type { VerificationReport } from './pades/report.ts';
import { TimestampInvalid, TimestampUnavailable } from './pades/request-timestamp.ts';
import { verifySignedPdf } from './pades/verify-signed-pdf.ts';

/**
 * Second half: timestamp, judge the own result, accept. Needs no passphrase and waits as long as the timestamp service
 * is away.
 */
export const timestampLetter: JobHandler<'signing.timestamp'> = async (deps, run, payload) => {
  const attempt = await read(deps, run.actor, (tx) =>
    findAttempt(tx, { agencyId: run.actor.agencyId, attemptId: payload.attemptId }),
  );
  if (attempt?.state !== 'sealed' || attempt.sealedSha256 === null) return;
  const sealed = await deps.files.read(attempt.agencyId, attempt.sealedSha256);
  const stamped = await stamp(deps, run, attempt, sealed);
  const stampedAt = deps.now();
  await deps.checkpoint?.('timestamped');
  const report = await judge(deps, stamped);
  if (report.verdict !== 'valid' || report.level !== 'B-T') {
    await refuse(deps, run, attempt, report);
    return;
  }
  await acceptLetter(deps, run, attempt, { bytes: stamped, stampedAt, report });
};

async function stamp(deps: Deps, run: JobRun, attempt: Attempt, sealed: Uint8Array): Promise<Uint8Array> {
  try {
    return await addSignatureTimestamp(sealed, deps.requestTimestamp);
  } catch (error) {
    if (!(error instanceof TimestampUnavailable) && !(error instanceof TimestampInvalid)) throw error;
    const now = deps.now();
    const retryAt = new Date(now.getTime() + JOBS['signing.timestamp'].backoffMs(run.tries + 1));
    await showWaiting(deps, attempt, retryAt);
    throw new TryLater(retryAt, error.message, { cause: error });
  }
}

async function showWaiting(deps: Deps, attempt: Attempt, nextTryAt: Date): Promise<void> {
  const { agencyId, letterId, positionId } = attempt;
  await deps.db.transaction({ agencyId }, async (tx) => {
    const now = deps.now();
    await setWaiting(tx, { agencyId, attemptId: attempt.id, waitingFor: 'timestamp_service', nextTryAt, now });
    await hint(tx, { agencyId, kind: 'letter', entityId: letterId, positionIds: [positionId], now });
  });
}

async function judge(deps: Deps, bytes: Uint8Array): Promise<VerificationReport> {
  const [trustAnchors, crl] = await Promise.all([deps.trust.anchors(), deps.trust.crls()]);
  return verifySignedPdf(bytes, { trustAnchors, now: deps.now(), crl });
}

/** "unknown" is no verdict on the letter: the trust source may come back. Anything worse ends the attempt. */
async function refuse(deps: Deps, run: JobRun, attempt: Attempt, report: VerificationReport): Promise<void> {
  deps.log.error({ report, letterId: attempt.letterId }, 'the signed letter did not pass its own check');
  if (report.verdict === 'unknown' && run.tries < 20)
    throw new Error(`self-check could not decide: ${report.reason ?? report.signatures[0]?.reason ?? ''}`);
  const isRevoked = report.signatures.some((signature) => signature.revoked === true);
  await failSigning(deps, run, attempt, isRevoked ? 'certificate_revoked' : 'self_check_failed');
}
