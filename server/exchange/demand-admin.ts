import type { DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';

/** @throws AppError `forbidden` */
export function demandAdmin(actor: DeskActor): void {
  if (actor.roles.some(({ role }) => role === 'admin')) return;
  throw new AppError('forbidden', {
    detail: 'Memasukkan arsip dari luar hanya untuk administrator. Minta kepada administrator instansi Anda.',
  });
}
