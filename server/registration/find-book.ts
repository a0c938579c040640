import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { requireUnit, unitsServed } from '../incoming/registry-rights.ts';
import { findRegister, type Register } from '../numbering/find-register.ts';

export interface Book {
  register: Register;
  unitId: string;
}

/**
 * The agenda book that a registration of this desk enters, and the unit that keeps it: the unit of the queue item, else
 * that of the desk's registry role.
 * @throws AppError `forbidden`, `register_missing`
 */
export async function findBook(tx: Tx, actor: DeskActor, itemUnitId?: string): Promise<Book> {
  const served = unitsServed(actor, 'register');
  const roleUnitId = itemUnitId ?? requireUnit(actor, 'register');
  if (!served.includes(roleUnitId)) throw new AppError('forbidden');
  const register = await findRegister(tx, actor.agencyId, roleUnitId, 'agenda');
  if (!register)
    throw new AppError('register_missing', {
      detail: 'Unit ini belum mempunyai buku agenda surat masuk. Hubungi administrator.',
    });
  return { register, unitId: served.includes(register.unitId) ? register.unitId : roleUnitId };
}
