import { createHash } from 'node:crypto';
import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { Deps } from '../deps.ts';
import { recordBlob } from '../files/files.ts';
import { type JobHandler, type JobRun, TryLater } from '../job-run.ts';
import { JOBS } from '../jobs.ts';
import { hint } from '../notifications/notify.ts';
import { enqueue, finishOutbox } from '../outbox.ts';
import { AnnexError } from '../pdf/annex-error.ts';
import { TypesetError } from '../pdf/typeset-error.ts';
import {
  type Attempt,
  deleteSecret,
  findAttempt,
  findMaterial,
  findSecret,
  listAnnexes,
  setSealed,
  setTypeset,
  setWaiting,
} from './attempt-queries.ts';
import { KeystoreUnreadable, openKeystore, WrongPassphrase } from './authority/open-keystore.ts';
import { failSigning, type SigningFailure } from './fail-signing.ts';
import { makeUnsignedPdf, type UnsignedPdf } from './make-unsigned-pdf.ts';
import { prepareAndSign } from './pades/prepare-and-sign.ts';
import { SigningRefused } from './pades/signing-refused.ts';
import { loadSealKey } from './seal-key.ts';
import { openSecret, SECRET_LIFETIME_MS } from './secret.ts';

const SERVICE_TRIES = 3;

type Material = NonNullable<Awaited<ReturnType<typeof findMaterial>>>;
interface Work {
  attempt: Attempt;
  material: Material;
  annexes: Awaited<ReturnType<typeof listAnnexes>>;
  sealedSecret: Buffer | undefined;
}

/**
 * First half of the worker's part: typeset, join the annexes, sign (B-B). It needs the passphrase, so it ends within
 * five minutes or gives the letter back.
 */
export const sealLetter: JobHandler<'signing.seal'> = async (deps, run, payload) => {
  const work = await loadWork(deps, run, payload.attemptId);
  if (!work) return;
  await deps.checkpoint?.('number_committed');
  const failure = await seal(deps, run, work);
  if (failure) await failSigning(deps, run, work.attempt, failure);
};

function loadWork(deps: Deps, run: JobRun, attemptId: string): Promise<Work | undefined> {
  const { agencyId } = run.actor;
  return read(deps, run.actor, async (tx) => {
    const attempt = await findAttempt(tx, { agencyId, attemptId });
    if (!attempt || (attempt.state !== 'numbered' && attempt.state !== 'typeset')) return undefined;
    const material = await findMaterial(tx, { agencyId, attemptId });
    if (!material) return undefined;
    const secret = await findSecret(tx, { agencyId, secretId: attempt.secretId, now: deps.now() });
    const annexes = await listAnnexes(tx, { agencyId, letterId: attempt.letterId });
    return { attempt, material, annexes, sealedSecret: secret?.sealed };
  });
}

async function seal(deps: Deps, run: JobRun, work: Work): Promise<SigningFailure | undefined> {
  if (!work.sealedSecret) return hasSecretExpired(work.attempt, deps.now()) ? 'secret_expired' : 'secret_lost';
  try {
    const unsigned = await typeset(deps, work);
    const signed = await sign(deps, work, unsigned, work.sealedSecret);
    await store(deps, run, work.attempt, signed);
    return undefined;
  } catch (error) {
    const failure = failureOf(error);
    if (failure) {
      deps.log.warn({ err: error, letterId: work.attempt.letterId }, 'signing ended without a letter');
      return failure;
    }
    return waitForService(deps, run, work, error);
  }
}

function hasSecretExpired(attempt: Attempt, now: Date): boolean {
  return now.getTime() >= Date.parse(attempt.startedAt) + SECRET_LIFETIME_MS;
}

async function typeset(deps: Deps, { attempt, material, annexes }: Work): Promise<UnsignedPdf> {
  const { agencyId } = attempt;
  const files = await Promise.all(annexes.map((annex) => deps.files.read(agencyId, annex.sha256)));
  const unsigned = await makeUnsignedPdf(deps, material.sheet, files, new Date(attempt.startedAt));
  const sha256 = createHash('sha256').update(unsigned.pdf).digest('hex');
  await deps.db.transaction({ agencyId }, async (tx) => {
    const { pageCount, signatureBox: box } = unsigned;
    await setTypeset(tx, { agencyId, attemptId: attempt.id, sha256, pageCount, box, now: deps.now() });
    await tellSignatory(deps, tx, attempt);
  });
  await deps.checkpoint?.('typeset');
  return unsigned;
}

async function sign(deps: Deps, work: Work, unsigned: UnsignedPdf, sealedSecret: Buffer): Promise<Uint8Array> {
  const { attempt, material } = work;
  const passphrase = openSecret(loadSealKey(deps.config), { ...attempt, attemptId: attempt.id }, sealedSecret);
  if (!material.keystore) throw new KeystoreUnreadable('the certificate has no keystore');
  const keystore = await openKeystore(material.keystore, passphrase, material.provider);
  return prepareAndSign({
    pdf: unsigned.pdf,
    signatureBox: unsigned.signatureBox,
    fieldName: 'TandaTangan1',
    signer: { name: material.signatoryName ?? material.sheet.signatory.name },
    location: material.place,
    reason: 'Penandatanganan naskah dinas',
    keystore,
    signingTime: deps.now(),
  });
}

async function store(deps: Deps, run: JobRun, attempt: Attempt, signed: Uint8Array): Promise<void> {
  const { agencyId, letterId } = attempt;
  const blob = await deps.files.write(agencyId, signed);
  await deps.checkpoint?.('sealed_stored');
  await deps.db.transaction({ agencyId }, async (tx) => {
    const now = deps.now();
    const isFirst = await setSealed(tx, { agencyId, attemptId: attempt.id, sha256: blob.sha256, now });
    await finishOutbox(tx, run.outboxId, now);
    if (!isFirst) {
      const detail = { attemptId: attempt.id, sha256: blob.sha256 };
      await recordEvents(tx, deps, run.actor, [{ action: 'signing.discarded', letterId, detail }]);
      return;
    }
    await recordBlob(
      tx,
      { agencyId, ...blob, mediaType: 'application/pdf' },
      { kind: 'signing_attempt', id: attempt.id, now },
    );
    await deleteSecret(tx, { agencyId, secretId: attempt.secretId });
    await enqueue(tx, agencyId, 'signing.timestamp', { letterId, attemptId: attempt.id }, { now });
    await tellSignatory(deps, tx, attempt);
  });
  await deps.checkpoint?.('sealed');
}

function failureOf(error: unknown): SigningFailure | undefined {
  if (error instanceof WrongPassphrase) return 'wrong_passphrase';
  if (error instanceof SigningRefused || error instanceof KeystoreUnreadable) return 'signing_refused';
  if (error instanceof AnnexError) return 'typeset_failed';
  if (error instanceof TypesetError && !error.isPassing) return 'typeset_failed';
  return undefined;
}

/** A passphrase must not wait long: three tries or five minutes, whichever comes first. */
async function waitForService(
  deps: Deps,
  run: JobRun,
  { attempt }: Work,
  error: unknown,
): Promise<SigningFailure | undefined> {
  const now = deps.now();
  const retryAt = new Date(now.getTime() + JOBS['signing.seal'].backoffMs(run.tries + 1));
  const endsAt = Date.parse(attempt.startedAt) + SECRET_LIFETIME_MS;
  if (run.tries + 1 >= SERVICE_TRIES || retryAt.getTime() >= endsAt) {
    deps.log.error({ err: error, letterId: attempt.letterId }, 'signing given up');
    return 'signing_service';
  }
  const { agencyId } = attempt;
  await deps.db.transaction({ agencyId }, async (tx) => {
    await setWaiting(tx, { agencyId, attemptId: attempt.id, waitingFor: 'signing_service', nextTryAt: retryAt, now });
    await tellSignatory(deps, tx, attempt);
  });
  throw new TryLater(retryAt, error instanceof Error ? error.message : String(error), { cause: error });
}

function tellSignatory(deps: Deps, tx: Parameters<typeof hint>[0], attempt: Attempt): Promise<void> {
  const { agencyId, letterId, positionId } = attempt;
  return hint(tx, { agencyId, kind: 'letter', entityId: letterId, positionIds: [positionId], now: deps.now() });
}
