import type { DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';

export function isAuditing(actor: DeskActor): boolean {
  return actor.roles.some(({ role }) => role === 'auditor' || role === 'admin');
}

export function demandAuditor(actor: DeskActor): void {
  if (!isAuditing(actor))
    throw new AppError('forbidden', {
      detail: 'Pemeriksaan jejak audit hanya untuk auditor dan administrator. Minta peran itu kepada administrator.',
    });
}
