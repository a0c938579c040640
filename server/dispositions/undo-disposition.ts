import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { setUndone } from './command-queries.ts';
import type { Disposition, undoDispositionEndpoint } from './contract.ts';
import { describeDisposition } from './describe-disposition.ts';
import { loadAnyTree } from './load-tree.ts';
import { dispositionEvent, hintDesks } from './tell-desks.ts';
import { findDisposition } from './tree-queries.ts';

/** Takes a disposition back that has reached nobody: also later than ten seconds, while it is not delivered yet. */
export function undoDisposition(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof undoDispositionEndpoint>,
): Promise<Disposition> {
  return command(deps, actor, async (tx) => {
    const wanted = { agencyId: actor.agencyId, dispositionId: input.dispositionId };
    const named = await findDisposition(tx, wanted);
    if (!named) throw new AppError('not_found');
    const tree = await loadAnyTree(tx, deps, actor, { incomingId: named.incomingId, isLocked: true });
    const { positionId } = actor;
    const isSecret = tree.row.securityClass === 'R' || tree.row.securityClass === 'SR';
    if (named.giverPositionId !== positionId && named.recordedByPositionId !== positionId)
      throw new AppError(isSecret && !tree.canRead ? 'not_found' : 'forbidden');
    if (!actor.canAct) throw new AppError('desk_read_only');
    // Read again: a delivery may have held the letter until now.
    const current = await findDisposition(tx, wanted);
    if (current?.state !== 'held')
      throw new AppError('wrong_state', {
        detail: 'Disposisi sudah sampai pada penerima. Tarik kembali bila perlu.',
      });
    const now = deps.now();
    await setUndone(tx, { agencyId: actor.agencyId, ids: [named.id], now });
    const positionIds = [named.giverPositionId, positionId];
    await hintDesks(tx, tree.row, { agencyId: actor.agencyId, positionIds, now });
    const described = await describeDisposition(tx, deps, actor, named.id);
    await recordEvents(tx, deps, actor, [
      dispositionEvent(tree.row, 'disposition.undone', { dispositionId: named.id, parentItemId: named.parentItemId }),
    ]);
    return described;
  });
}
