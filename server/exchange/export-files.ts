import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { enqueue } from '../outbox.ts';
import { unitsArchived } from './archived-by.ts';
import { type BagFileRow, listBagFiles } from './bag-queries.ts';
import type { ExportJob, exportFilesEndpoint } from './contract.ts';
import { findExport, insertExport } from './export-queries.ts';

/** Orders a bag of files (berkas). Also before a handover: what goes to the archival institution is such a set. */
export async function exportFiles(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof exportFilesEndpoint>,
): Promise<ExportJob> {
  const units = unitsArchived(actor);
  return command(deps, actor, async (tx) => {
    const { agencyId, positionId, personId, appointmentId } = actor;
    const fileIds = [...new Set(input.fileIds)];
    const files = await listBagFiles(tx, agencyId, fileIds);
    if (files.length < fileIds.length) throw new AppError('not_found');
    if (!files.every((file) => units.includes(file.unitId) || isKept(file, units)))
      throw new AppError('forbidden', {
        detail: 'Ada berkas dari unit lain di antaranya. Pilih hanya berkas unit yang arsipnya Anda kelola.',
      });
    const id = uuidv7();
    const now = deps.now();
    const totalCount = files.reduce((sum, { itemCount }) => sum + itemCount, 0);
    const title = input.title ?? titleOf(files);
    await insertExport(tx, {
      agencyId,
      id,
      kind: 'bag',
      title,
      fileIds,
      positionId,
      personId,
      appointmentId,
      totalCount,
      now,
    });
    await enqueue(tx, agencyId, 'exchange.export', { exportId: id }, { now });
    const job = await findExport(tx, { agencyId, exportId: id });
    if (!job) throw new Error('an export that was just ordered is missing');
    await recordEvents(tx, deps, actor, [{ action: 'export.ordered', detail: { exportId: id, kind: 'bag', fileIds } }]);
    return job;
  });
}

function isKept({ keptByUnitId }: BagFileRow, units: readonly string[]): boolean {
  return keptByUnitId !== null && units.includes(keptByUnitId);
}

function titleOf(files: readonly BagFileRow[]): string {
  const [first] = files;
  if (first && files.length === 1)
    return `Berkas ${String(first.number).padStart(3, '0')}/${first.year} ${first.title}`;
  return `${files.length} berkas`;
}
