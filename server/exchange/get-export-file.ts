import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import type { getExportFileEndpoint } from './contract.ts';
import { type ExportWork, findExport, listExportParts } from './export-queries.ts';
import { readParts } from './stored-parts.ts';

/** A finished package for who asked for it. */
export async function getExportFile(
  deps: Deps,
  actor: DeskActor,
  { exportId }: InputOf<typeof getExportFileEndpoint>,
): Promise<FileReply> {
  const { agencyId } = actor;
  const { job, parts } = await read(deps, actor, async (tx) => {
    const found = await findExport(tx, { agencyId, exportId });
    if (!found || !isFor(found, actor)) throw new AppError('not_found');
    const isOver = found.expiresAt !== null && Date.parse(found.expiresAt) <= deps.now().getTime();
    if (found.status !== 'ready' || isOver)
      throw new AppError('wrong_state', {
        detail: isOver
          ? 'Paket ini sudah kedaluwarsa dan dihapus. Minta paket baru.'
          : 'Paket ini belum siap. Tunggu sampai selesai disusun.',
      });
    const listed = await listExportParts(tx, { agencyId, exportId });
    await recordEvents(tx, deps, actor, [{ action: 'export.downloaded', detail: { exportId, title: found.title } }]);
    return { job: found, parts: listed };
  });
  return {
    bytes: readParts(deps, agencyId, parts),
    mediaType: 'application/zip',
    fileName: job.fileName ?? 'arsip.zip',
    disposition: 'attachment',
  };
}

/** Own letters are the person's; what a desk may read stays with the desk. */
function isFor(job: ExportWork, { personId, positionId }: DeskActor): boolean {
  return job.personId === personId && (job.kind === 'own_letters' || job.positionId === positionId);
}
