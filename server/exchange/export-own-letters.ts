import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { enqueue } from '../outbox.ts';
import type { ExportJob } from './contract.ts';
import { countOwnLetters, findExport, insertExport } from './export-queries.ts';

/** Orders a ZIP of the letters of a person; nobody has to be asked for one's own. */
export function exportOwnLetters(deps: Deps, actor: DeskActor): Promise<ExportJob> {
  return command(deps, actor, async (tx) => {
    const { agencyId, positionId, personId, appointmentId } = actor;
    const id = uuidv7();
    const now = deps.now();
    const totalCount = await countOwnLetters(tx, { agencyId, personId, positionId });
    const desk = { positionId, personId, appointmentId };
    await insertExport(tx, {
      agencyId,
      id,
      kind: 'own_letters',
      title: 'Surat saya',
      fileIds: [],
      ...desk,
      totalCount,
      now,
    });
    await enqueue(tx, agencyId, 'exchange.export', { exportId: id }, { now });
    const job = await findExport(tx, { agencyId, exportId: id });
    if (!job) throw new Error('an export that was just ordered is missing');
    await recordEvents(tx, deps, actor, [{ action: 'export.ordered', detail: { exportId: id, kind: 'own_letters' } }]);
    return job;
  });
}
