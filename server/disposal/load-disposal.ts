import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { today } from '../organisation/directory.ts';
import { deriveActions } from './derive-actions.ts';
import { isRegionalHead, listParties, type PartyRow } from './party-queries.ts';
import { type DisposalRow, findDisposal, findDisposalLocked, listActs } from './queries.ts';
import { type DisposalAction, nextDisposalState } from './states.ts';
import type { Act } from './two-people.ts';

export interface LoadedDisposal {
  row: DisposalRow;
  parties: PartyRow[];
  acts: Act[];
  isRegionalHead: boolean;
  /** Business date YYYY-MM-DD. */
  date: string;
}

interface Wanted {
  disposalId: string;
  isLocked?: boolean;
}

/** A proposal as this desk may read it: archivist of the unit, a party, or the regional head who approves. */
export async function loadDisposal(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  actor: DeskActor,
  { disposalId, isLocked = false }: Wanted,
): Promise<LoadedDisposal> {
  const { agencyId, positionId } = actor;
  const key = { agencyId, disposalId };
  const row = await (isLocked ? findDisposalLocked(tx, key) : findDisposal(tx, key));
  if (!row) throw new AppError('not_found');
  const { date } = await today(tx, deps, agencyId);
  const parties = await listParties(tx, { ...key, date });
  const isHead = await isRegionalHead(tx, { agencyId, positionId });
  const loaded = { row, parties, acts: await listActs(tx, { ...key, round: row.round }), isRegionalHead: isHead, date };
  if (!mayRead(actor, loaded))
    throw new AppError('forbidden', {
      detail: `Usulan ini hanya dapat dibuka arsiparis ${row.unitName} dan pejabat yang terlibat di dalamnya.`,
    });
  return loaded;
}

export function isArchivistOf(actor: DeskActor, unitId: string): boolean {
  return actor.roles.some((held) => held.role === 'archivist' && held.unitId === unitId);
}

function mayRead(actor: DeskActor, { row, parties, isRegionalHead: isHead }: LoadedDisposal): boolean {
  if (isArchivistOf(actor, row.unitId)) return true;
  if (row.submittedAt === null) return false;
  if (isHead && row.route === 'regional_head') return true;
  return parties.some(({ positionId }) => positionId === actor.positionId);
}

/** Locked for a command; refuses without the right, in the wrong state, or on an older version. */
export async function loadForAction(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  actor: DeskActor,
  wanted: { disposalId: string; action: DisposalAction; version: number },
): Promise<LoadedDisposal> {
  const loaded = await loadDisposal(tx, deps, actor, { disposalId: wanted.disposalId, isLocked: true });
  const { row } = loaded;
  if (!actor.canAct) throw new AppError('desk_read_only');
  if (nextDisposalState(row.kind, row.state, wanted.action) === undefined)
    throw new AppError('wrong_state', {
      detail: 'Usulan sudah berpindah tahap, jadi tindakan ini tidak berlaku lagi. Muat ulang usulan.',
    });
  if (!deriveActions(actor, loaded).includes(wanted.action)) throw new AppError('forbidden');
  if (row.version !== wanted.version)
    throw new AppError('stale_version', {
      detail: 'Usulan berubah sejak Anda membukanya. Muat ulang, periksa daftarnya, lalu ulangi.',
    });
  return loaded;
}
