import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { findRecord, type RecordRow } from './record-queries.ts';
import { archivistUnits } from './scope.ts';

/** An item of a unit whose archivist this desk is; all others are not there for it. */
export async function loadRecord(tx: Tx, actor: DeskActor, recordId: string): Promise<RecordRow> {
  const { agencyId, positionId } = actor;
  const row = await findRecord(tx, { agencyId, positionId, recordId });
  if (!row || !archivistUnits(actor).includes(row.unitId)) throw new AppError('not_found');
  return row;
}

/** The same, for a command that saw this version. */
export async function loadRecordFor(
  tx: Tx,
  actor: DeskActor,
  wanted: { recordId: string; version: number },
): Promise<RecordRow> {
  const row = await loadRecord(tx, actor, wanted.recordId);
  if (!actor.canAct) throw new AppError('desk_read_only');
  if (row.isDestroyed) throw new AppError('wrong_state', { detail: 'Item ini sudah dimusnahkan.' });
  if (row.version !== wanted.version)
    throw new AppError('stale_version', {
      detail: 'Item ini sudah diberkaskan atau dipindahkan orang lain. Muat ulang daftarnya.',
    });
  return row;
}
