import { type AuditEntry, recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { Deps } from '../deps.ts';
import { recordBlob, releaseBlobs } from '../files/files.ts';
import { type JobHandler, type JobRun, TryLater } from '../job-run.ts';
import { JOBS } from '../jobs.ts';
import { finishOutbox } from '../outbox.ts';
import { addSignatureTimestamp } from '../signing/pades/add-signature-timestamp.ts';
import type { VerificationReport } from '../signing/pades/report.ts';
import { TimestampInvalid, TimestampUnavailable } from '../signing/pades/request-timestamp.ts';
import { verifySignedPdf } from '../signing/pades/verify-signed-pdf.ts';
import { advanceDisposal } from './advance-disposal.ts';
import { findPaper, type PaperRow, setSealRefused, setStamped, setWaiting } from './paper-queries.ts';

interface Work {
  paper: PaperRow;
  key: { agencyId: string; paperId: string };
  sealedSha256: string;
}

/** Timestamps the newest signature, judges all of them, and lets the next signatory on or the procedure go forward. */
export const timestampPaper: JobHandler<'papers.timestamp'> = async (deps, run, { paperId }) => {
  const { agencyId } = run.actor;
  const key = { agencyId, paperId };
  const paper = await read(deps, run.actor, (tx) => findPaper(tx, key));
  if (paper?.status !== 'stamping' || paper.sha256 === null) return;
  const work = { paper, key, sealedSha256: paper.sha256 };
  const stamped = await stamp(deps, run, work);
  const report = await judge(deps, stamped);
  if (report.verdict === 'unknown' && run.tries < 20) throw new Error(`self-check could not decide: ${report.reason}`);
  if (report.verdict !== 'valid' || report.level !== 'B-T') await refuse(deps, run, work, report);
  else await accept(deps, run, work, { stamped, report });
};

async function stamp(deps: Deps, run: JobRun, { key, sealedSha256 }: Work): Promise<Uint8Array> {
  const sealed = await deps.files.read(key.agencyId, sealedSha256);
  try {
    return await addSignatureTimestamp(sealed, deps.requestTimestamp);
  } catch (error) {
    if (!(error instanceof TimestampUnavailable) && !(error instanceof TimestampInvalid)) throw error;
    const now = deps.now();
    await deps.db.transaction({ agencyId: key.agencyId }, (tx) => setWaiting(tx, { ...key, now }));
    const retryAt = new Date(now.getTime() + JOBS['papers.timestamp'].backoffMs(run.tries + 1));
    throw new TryLater(retryAt, error.message, { cause: error });
  }
}

async function judge(deps: Deps, bytes: Uint8Array): Promise<VerificationReport> {
  const [trustAnchors, crl] = await Promise.all([deps.trust.anchors(), deps.trust.crls()]);
  return verifySignedPdf(bytes, { trustAnchors, now: deps.now(), crl });
}

async function accept(
  deps: Deps,
  run: JobRun,
  { paper, key, sealedSha256 }: Work,
  { stamped, report }: { stamped: Uint8Array; report: VerificationReport },
): Promise<void> {
  const { agencyId, paperId } = key;
  const blob = await deps.files.write(agencyId, stamped);
  await deps.checkpoint?.('paper_stamped_stored');
  await deps.db.transaction({ agencyId }, async (tx) => {
    const now = deps.now();
    await finishOutbox(tx, run.outboxId, now);
    const timestampTime = report.signatures.at(-1)?.timestamp?.time ?? null;
    const { sha256 } = blob;
    await recordBlob(tx, { agencyId, ...blob, mediaType: 'application/pdf' }, { kind: 'paper_next', id: paperId, now });
    if (!(await setStamped(tx, { ...key, sealedSha256, ...blob, timestampTime, now }))) return;
    // Earlier revisions are prefixes of this one; only the newest is kept.
    for (const kind of ['official_paper', 'paper_sealed', 'paper_next'])
      await releaseBlobs(tx, { agencyId, kind, id: paperId });
    await recordBlob(
      tx,
      { agencyId, ...blob, mediaType: 'application/pdf' },
      { kind: 'official_paper', id: paperId, now },
    );
    const after = await findPaper(tx, key);
    const detail = { paperId, disposalId: paper.disposalId, number: paper.number, sha256, level: report.level };
    const events: AuditEntry[] = [{ action: 'disposal.paper_signed', detail }];
    if (after?.status === 'signed') events.push(...(await advanceDisposal(tx, deps, { agencyId, paper: after })));
    await recordEvents(tx, deps, run.actor, events);
  });
}

/** Anything worse than "unknown" ends this signature: the paper is what it was, and the signatory is asked again. */
async function refuse(deps: Deps, run: JobRun, { paper, key }: Work, report: VerificationReport): Promise<void> {
  deps.log.error({ report, paperId: paper.id }, 'a signed paper did not pass its own check');
  const isRevoked = report.signatures.some((signature) => signature.revoked === true);
  const failure = isRevoked
    ? 'Sertifikat penanda tangan sudah dicabut.'
    : 'Tanda tangan tidak lolos pemeriksaan sendiri. Tanda tangani lagi.';
  await deps.db.transaction({ agencyId: key.agencyId }, async (tx) => {
    await finishOutbox(tx, run.outboxId, deps.now());
    if (!(await setSealRefused(tx, { ...key, failure }))) return;
    await releaseBlobs(tx, { agencyId: key.agencyId, kind: 'paper_sealed', id: paper.id });
    const detail = { paperId: paper.id, disposalId: paper.disposalId, reason: failure };
    await recordEvents(tx, deps, run.actor, [{ action: 'disposal.paper_refused', detail }]);
  });
}
