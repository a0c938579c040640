import type { DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';

/** Units whose archive this desk keeps. @throws AppError `forbidden` when there is none */
export function unitsArchived(actor: DeskActor): string[] {
  const units = actor.roles.filter(({ role }) => role === 'archivist').map(({ unitId }) => unitId);
  if (units.length === 0)
    throw new AppError('forbidden', {
      detail: 'Hanya arsiparis unit yang dapat mengekspor berkas dan daftar arsip. Minta kepada arsiparis OPD Anda.',
    });
  return units;
}
