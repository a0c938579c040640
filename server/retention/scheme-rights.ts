import type { DeskActor, Role } from '../deps.ts';
import { AppError } from '../errors.ts';

const READERS: readonly Role[] = ['admin', 'archivist', 'auditor'];

/** @throws AppError `forbidden` */
export function requireSchemeReader(actor: DeskActor): void {
  if (actor.roles.some(({ role }) => READERS.includes(role))) return;
  throw new AppError('forbidden', { detail: 'Klasifikasi dan JRA dibuka oleh administrator, arsiparis, dan auditor.' });
}

/** To see what an import would do. @throws AppError `forbidden` */
export function requireSchemeAdmin(actor: DeskActor): void {
  if (actor.roles.some(({ role }) => role === 'admin')) return;
  throw new AppError('forbidden', { detail: 'Hanya administrator yang berhak mengubah klasifikasi dan JRA.' });
}

/** To change the scheme. @throws AppError `forbidden` or `desk_read_only` */
export function requireSchemeChanger(actor: DeskActor): void {
  requireSchemeAdmin(actor);
  if (!actor.canAct) throw new AppError('desk_read_only');
}
