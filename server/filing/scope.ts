import type { DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';

/** Whose files a desk sees: all of units it is the archivist of, and of its own OPD what is class B. */
export type Scope = { agencyId: string; positionId: string; opdId: string; archivistUnits: readonly string[] };

export function scopeOf(actor: DeskActor): Scope {
  const { agencyId, positionId, opdId } = actor;
  return { agencyId, positionId, opdId, archivistUnits: archivistUnits(actor) };
}

export function archivistUnits(actor: DeskActor): string[] {
  return [...new Set(actor.roles.filter(({ role }) => role === 'archivist').map(({ unitId }) => unitId))];
}

/** The units, when there are any. @throws AppError `forbidden` */
export function requireArchivist(actor: DeskActor): string[] {
  const units = archivistUnits(actor);
  if (units.length === 0)
    throw new AppError('forbidden', { detail: 'Hanya arsiparis unit yang berhak mengerjakan ini.' });
  return units;
}

/** The unit that new files, boxes and documents of this desk belong to. @throws AppError `forbidden`, `desk_read_only` */
export function requireArchivistUnit(actor: DeskActor): string {
  const [unitId = actor.opdId] = requireArchivist(actor);
  if (!actor.canAct) throw new AppError('desk_read_only');
  return unitId;
}
