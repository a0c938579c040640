import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { loadWithRight } from '../incoming/load-incoming.ts';
import { type RegistryTask, unitsServed } from '../incoming/registry-rights.ts';
import { findIntake, type IntakeRow, lockIntake } from './queries.ts';

/** An item of a unit whose scan queue this desk works; all others are not there for it. Once registered it is read with the letter's right. */
export async function loadIntake(tx: Tx, actor: DeskActor, intakeId: string): Promise<IntakeRow> {
  const row = await findIntake(tx, { agencyId: actor.agencyId, intakeId });
  if (!row || !unitsServed(actor, 'receive').includes(row.unitId)) throw new AppError('not_found');
  if (row.incomingId !== null && !(await mayReadLetter(tx, actor, row.incomingId))) throw new AppError('not_found');
  return row;
}

async function mayReadLetter(tx: Tx, actor: DeskActor, incomingId: string): Promise<boolean> {
  return (await loadWithRight(tx, actor, { incomingId, isLocked: false })).canRead;
}

/** The same, locked for a command, while the item waits to be registered. */
export async function loadWaiting(
  tx: Tx,
  actor: DeskActor,
  wanted: { intakeId: string; task: RegistryTask },
): Promise<IntakeRow> {
  await lockIntake(tx, { agencyId: actor.agencyId, intakeId: wanted.intakeId });
  const row = await loadIntake(tx, actor, wanted.intakeId);
  if (!unitsServed(actor, wanted.task).includes(row.unitId)) throw new AppError('forbidden');
  if (!actor.canAct) throw new AppError('desk_read_only');
  if (row.state !== 'reading' && row.state !== 'ready')
    throw new AppError('wrong_state', { detail: 'Berkas ini sudah tidak ada di antrean. Muat ulang antrean pindai.' });
  return row;
}
