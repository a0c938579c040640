import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { today } from '../organisation/directory.ts';
import type { createDisposalEndpoint, Disposal, DueKind } from './contract.ts';
import { describeDisposal } from './describe-disposal.ts';
import { insertFiles, lockProposable } from './file-queries.ts';
import { isArchivistOf } from './load-disposal.ts';
import { insertDisposal } from './queries.ts';
import type { DisposalKind } from './states.ts';

/** A file that is to be appraised again may go either way: the panel decides. */
export const DUE_FOR: Record<DisposalKind, readonly DueKind[]> = {
  transfer: ['transfer'],
  destruction: ['destruction', 'review'],
  handover: ['handover', 'review'],
};

/** Begins a proposal. All files must be of one unit, due, free and not held. */
export function createDisposal(
  deps: Deps,
  actor: DeskActor,
  { kind, fileIds }: InputOf<typeof createDisposalEndpoint>,
): Promise<Disposal> {
  return command(deps, actor, async (tx) => {
    if (!actor.roles.some(({ role }) => role === 'archivist')) throw new AppError('forbidden');
    if (!actor.canAct) throw new AppError('desk_read_only');
    const { agencyId, positionId, personId } = actor;
    const unitId = await requireProposable(tx, deps, actor, { kind, fileIds });
    const { year } = await today(tx, deps, agencyId);
    const id = uuidv7();
    await insertDisposal(tx, { agencyId, id, unitId, kind, year, positionId, personId, now: deps.now() });
    await insertFiles(tx, { agencyId, disposalId: id, fileIds });
    const described = await describeDisposal(tx, deps, actor, id);
    const detail = { disposalId: id, kind, label: described.label, fileIds };
    await recordEvents(tx, deps, actor, [{ action: 'disposal.created', detail }]);
    return described;
  });
}

/** @throws AppError `not_due` when a file may not be proposed, `forbidden` when it is of a unit this desk does not serve */
export async function requireProposable(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { kind, fileIds }: { kind: DisposalKind; fileIds: readonly string[] },
): Promise<string> {
  const { agencyId } = actor;
  const { date } = await today(tx, deps, agencyId);
  const wanted = [...new Set(fileIds)];
  const found = await lockProposable(tx, { agencyId, fileIds: wanted, kinds: DUE_FOR[kind], today: date });
  const unitId = found[0]?.unitId;
  if (unitId === undefined || found.length < wanted.length) throw new AppError('not_due');
  if (found.some((file) => file.unitId !== unitId || !isArchivistOf(actor, file.unitId)))
    throw new AppError('forbidden', { detail: 'Satu usulan hanya untuk berkas dari unit yang Anda layani.' });
  return unitId;
}
