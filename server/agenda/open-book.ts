import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { unitsServed } from '../incoming/registry-rights.ts';
import { findRegister } from '../numbering/find-register.ts';
import { today } from '../organisation/directory.ts';
import { type AgendaFilters, type BookFilter, planFilter } from './book-filter.ts';
import {
  type BookKind,
  type BookRegister,
  type BookUnit,
  listBookRegisters,
  listBookUnits,
  listOwnRegisters,
} from './book-queries.ts';

export interface OpenBook {
  kind: BookKind;
  unit: BookUnit;
  /** Books of this kind that the desk may open. */
  units: BookUnit[];
  registers: BookRegister[];
  filter: BookFilter;
}

type Wanted = AgendaFilters & { book: BookKind; unitId?: string | undefined; year?: number | undefined };

/** The book that is asked for, when the desk may read it: registry and archivist their unit's, auditors every one. */
export async function openBook(tx: Tx, deps: Deps, actor: DeskActor, wanted: Wanted): Promise<OpenBook> {
  const { agencyId } = actor;
  const unitIds = unitsWithRight(actor);
  if (unitIds?.length === 0)
    throw new AppError('forbidden', {
      detail: 'Buku agenda hanya untuk tata usaha dan arsiparis unit, serta auditor.',
    });
  const units = await listBookUnits(tx, { agencyId, book: wanted.book, unitIds });
  const [first] = units;
  const unit =
    wanted.unitId === undefined ? (ownOf(units, actor) ?? first) : units.find(({ unitId }) => unitId === wanted.unitId);
  if (!unit) throw new AppError('forbidden', { detail: 'Anda tidak berhak membuka buku agenda unit ini.' });
  const { registerIds, isShared } = await findRegisters(tx, agencyId, { book: wanted.book, unitId: unit.unitId });
  if (registerIds.length === 0)
    throw new AppError('register_missing', { detail: 'Unit ini belum mempunyai buku agenda.' });
  const year = wanted.year ?? (await today(tx, deps, agencyId)).year;
  return {
    kind: wanted.book,
    unit,
    units,
    registers: await listBookRegisters(tx, { agencyId, book: wanted.book, registerIds, year }),
    filter: planFilter(actor, wanted, { unitId: isShared ? unit.unitId : null, year, now: deps.now() }),
  };
}

function ownOf(units: readonly BookUnit[], actor: DeskActor): BookUnit | undefined {
  return units.find(({ unitId }) => unitId === actor.opdId);
}

/** A unit without agenda of its own writes into that of the nearest unit upward, and sees there what is its own. */
async function findRegisters(
  tx: Tx,
  agencyId: string,
  { book, unitId }: { book: BookKind; unitId: string },
): Promise<{ registerIds: string[]; isShared: boolean }> {
  if (book === 'outgoing')
    return { registerIds: await listOwnRegisters(tx, { agencyId, book, unitId }), isShared: false };
  const register = await findRegister(tx, agencyId, unitId, 'agenda');
  return register === undefined
    ? { registerIds: [], isShared: false }
    : { registerIds: [register.id], isShared: register.unitId !== unitId };
}

/** Null: every unit of the agency. */
function unitsWithRight(actor: DeskActor): string[] | null {
  if (actor.roles.some(({ role }) => role === 'auditor')) return null;
  const archives = actor.roles.filter(({ role }) => role === 'archivist').map(({ unitId }) => unitId);
  return [...new Set([...unitsServed(actor), ...archives])];
}
