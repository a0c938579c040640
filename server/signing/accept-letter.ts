import { recordEvents } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import { recordBlob, type StoredBlob } from '../files/files.ts';
import type { JobRun } from '../job-run.ts';
import { grantAccess } from '../letters/access.ts';
import { hint, notify, shownSubject } from '../notifications/notify.ts';
import { enqueue, finishOutbox } from '../outbox.ts';
import { indexLetter } from '../search/index-letter.ts';
import { type Attempt, setAccepted } from './attempt-queries.ts';
import { insertSignedVersion, setLetterSigned } from './letter-queries.ts';
import type { VerificationReport } from './pades/report.ts';

export interface SignedResult {
  bytes: Uint8Array;
  stampedAt: Date;
  report: VerificationReport;
}

/** Stores the signed bytes and makes them the letter: exactly one blob per letter passes the conditional update. */
export async function acceptLetter(deps: Deps, run: JobRun, attempt: Attempt, result: SignedResult): Promise<void> {
  const blob = await deps.files.write(attempt.agencyId, result.bytes);
  await deps.checkpoint?.('stored');
  await deps.db.transaction({ agencyId: attempt.agencyId }, (tx) => accept(tx, deps, run, { attempt, result, blob }));
  await deps.checkpoint?.('accepted');
}

async function accept(
  tx: Tx,
  deps: Deps,
  run: JobRun,
  { attempt, result, blob }: { attempt: Attempt; result: SignedResult; blob: StoredBlob },
): Promise<void> {
  const now = deps.now();
  const { agencyId, letterId } = attempt;
  // Lock order with failSigning: attempt, letter.
  const isAccepted = await setAccepted(tx, {
    agencyId,
    attemptId: attempt.id,
    sha256: blob.sha256,
    stampedAt: result.stampedAt,
    timestampTime: result.report.signatures[0]?.timestamp?.time ?? null,
    validation: result.report,
    now,
  });
  await finishOutbox(tx, run.outboxId, now);
  if (!isAccepted) {
    const detail = { attemptId: attempt.id, sha256: blob.sha256 };
    await recordEvents(tx, deps, run.actor, [{ action: 'signing.discarded', letterId, detail }]);
    return;
  }
  const { level } = result.report;
  const letter = await setLetterSigned(tx, {
    agencyId,
    letterId,
    ...blob,
    pageCount: attempt.pageCount ?? 1,
    level,
    now,
  });
  if (!letter) throw new Error(`letter ${letterId} is not being signed although its attempt is`);
  await recordBlob(tx, { agencyId, ...blob, mediaType: 'application/pdf' }, { kind: 'letter', id: letterId, now });
  await insertSignedVersion(tx, {
    agencyId,
    letterId,
    positionId: attempt.positionId,
    personId: attempt.personId,
    now,
  });
  if (letter.securityClass === 'B')
    await grantAccess(
      tx,
      { agencyId, id: letterId },
      [{ kind: 'person', id: letter.drafterPersonId, reason: 'drafted' }],
      now,
    );
  await indexLetter(tx, agencyId, letterId);
  await enqueue(tx, agencyId, 'delivery.deliver', { letterId }, { now });
  await enqueue(tx, agencyId, 'records.file', { letterId }, { now });
  await tell(tx, { agencyId, letterId, letter, now });
  await recordEvents(tx, deps, run.actor, [
    {
      action: 'letter.signed',
      letterId,
      detail: { number: letter.number, sha256: blob.sha256, level, attemptId: attempt.id },
    },
  ]);
}

interface SignedNews {
  agencyId: string;
  letterId: string;
  letter: {
    subject: string;
    securityClass: string;
    number: string;
    drafterPositionId: string;
    signatoryPositionId: string;
  };
  now: Date;
}

async function tell(tx: Tx, { agencyId, letterId, letter, now }: SignedNews): Promise<void> {
  const positionIds = [letter.drafterPositionId, letter.signatoryPositionId];
  await notify(tx, {
    agencyId,
    positionIds: [letter.drafterPositionId],
    kind: 'letter_signed',
    letterId,
    text: `Surat nomor ${letter.number} telah ditandatangani: ${shownSubject(letter)}`,
    now,
  });
  await hint(tx, { agencyId, kind: 'letter', entityId: letterId, positionIds, now });
}
