import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import type { getExternalApprovalEndpoint } from './contract.ts';
import { loadDisposal } from './load-disposal.ts';

export async function getExternalApproval(
  deps: Deps,
  actor: DeskActor,
  { disposalId }: InputOf<typeof getExternalApprovalEndpoint>,
): Promise<FileReply> {
  const sha256 = await read(deps, actor, async (tx) => {
    const { row } = await loadDisposal(tx, deps, actor, { disposalId });
    if (row.externalSha256 === null) throw new AppError('not_found');
    const detail = { disposalId, part: 'external_approval' };
    await recordEvents(tx, deps, actor, [{ action: 'disposal.downloaded', detail }]);
    return row.externalSha256;
  });
  return {
    bytes: await deps.files.read(actor.agencyId, sha256),
    mediaType: 'application/pdf',
    fileName: 'persetujuan-anri.pdf',
    disposition: 'attachment',
  };
}
