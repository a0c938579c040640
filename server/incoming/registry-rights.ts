import type { DeskActor, Role } from '../deps.ts';
import { AppError } from '../errors.ts';

/** The parts of a registry's work, as a big secretariat splits them (penerima, pengendali, pengarah). */
export type RegistryTask = 'receive' | 'register' | 'direct';

const ROLES_FOR: Record<RegistryTask, readonly Role[]> = {
  receive: ['registry', 'mail_receiver', 'mail_controller'],
  register: ['registry', 'mail_controller'],
  direct: ['registry', 'mail_director'],
};
const ANY: readonly Role[] = ['registry', 'mail_receiver', 'mail_controller', 'mail_director'];

/** Units whose registry this desk is, for a task or for any. */
export function unitsServed(actor: DeskActor, task?: RegistryTask): string[] {
  const wanted = task === undefined ? ANY : ROLES_FOR[task];
  return [...new Set(actor.roles.filter(({ role }) => wanted.includes(role)).map(({ unitId }) => unitId))];
}

/** The unit a new registration of this desk belongs to. @throws AppError `forbidden` */
export function requireUnit(actor: DeskActor, task: RegistryTask): string {
  const [unitId] = unitsServed(actor, task);
  if (unitId === undefined)
    throw new AppError('forbidden', { detail: 'Hanya tata usaha unit yang berhak mengerjakan ini.' });
  return unitId;
}
