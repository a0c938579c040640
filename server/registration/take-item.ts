import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { unitsServed } from '../incoming/registry-rights.ts';
import { holdIntake, requireWaiting } from '../intake/take-intake.ts';
import { findRegistrationOf } from './registration-queries.ts';

export type ItemInHand = Awaited<ReturnType<typeof requireWaiting>>;

/**
 * The queue item that a registration uses up, held until the transaction ends.
 * @throws AppError `already_registered`, naming the agenda number, and what refuses any item of the queue
 */
export async function takeItem(tx: Tx, actor: DeskActor, intakeId: string): Promise<ItemInHand> {
  const key = { agencyId: actor.agencyId, intakeId };
  const held = await holdIntake(tx, key);
  if (held?.state === 'registered' && unitsServed(actor, 'receive').includes(held.unitId)) {
    const registration = await findRegistrationOf(tx, key);
    throw new AppError('already_registered', {
      detail: `Berkas ini sudah diregistrasi dengan nomor agenda ${String(registration?.agendaNumber)} Tahun ${String(registration?.agendaYear)}.`,
    });
  }
  return requireWaiting(tx, actor, intakeId);
}
