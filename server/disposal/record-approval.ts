import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { recordBlob, releaseBlobs } from '../files/files.ts';
import type { Disposal, recordApprovalEndpoint } from './contract.ts';
import { describeDisposal } from './describe-disposal.ts';
import { act } from './disposal-command.ts';
import { loadForAction } from './load-disposal.ts';
import { listPapers } from './paper-queries.ts';
import { setExternalApproval } from './queries.ts';

const OWNER = 'external_approval';

/** Keeps the approval of the National Archives with its scan; it counts once another person has compared the two. */
export async function recordApproval(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof recordApprovalEndpoint> & { bytes: Buffer },
): Promise<Disposal> {
  const { disposalId, version, number, date, bytes } = input;
  if (!bytes.subarray(0, 1024).includes('%PDF-'))
    throw new AppError('invalid_input', { detail: 'Pindaian persetujuan harus berupa PDF. Pilih berkas PDF.' });
  const { agencyId } = actor;
  const blob = await deps.files.write(agencyId, bytes);
  return command(deps, actor, async (tx) => {
    const loaded = await loadForAction(tx, deps, actor, { disposalId, version, action: 'record_approval' });
    await requireSignedPapers(tx, { agencyId, disposalId });
    await act(tx, deps, actor, { loaded, kind: 'record_approval' });
    await releaseBlobs(tx, { agencyId, kind: OWNER, id: disposalId });
    const owner = { kind: OWNER, id: disposalId, now: deps.now() };
    await recordBlob(tx, { agencyId, ...blob, mediaType: 'application/pdf' }, owner);
    await setExternalApproval(tx, { agencyId, disposalId, number, date, ...blob });
    const described = await describeDisposal(tx, deps, actor, disposalId);
    const detail = { disposalId, number, date, sha256: blob.sha256 };
    await recordEvents(tx, deps, actor, [{ action: 'disposal.approval_recorded', detail }]);
    return described;
  });
}

/** @throws AppError `paper_unsigned` until list and consideration carry all signatures */
async function requireSignedPapers(tx: Tx, key: { agencyId: string; disposalId: string }): Promise<void> {
  const papers = await listPapers(tx, key);
  const isSigned = (kind: string) => papers.some((paper) => paper.kind === kind && paper.status === 'signed');
  if (!isSigned('destruction_list') || !isSigned('consideration')) throw new AppError('paper_unsigned');
}
