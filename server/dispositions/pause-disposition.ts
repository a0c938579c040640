import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { setPaused } from './command-queries.ts';
import type { DispositionItem, pauseDispositionEndpoint } from './contract.ts';
import { pendingBeneath } from './end-items.ts';
import { itemCommand } from './item-command.ts';
import { dispositionEvent, tellDesks } from './tell-desks.ts';

/** Stops the clock of an item, and with it those below that run: no reminders, and not late. */
export function pauseDisposition(
  deps: Deps,
  actor: DeskActor,
  { itemId, version, reason }: InputOf<typeof pauseDispositionEndpoint>,
): Promise<DispositionItem> {
  return itemCommand(deps, actor, { itemId, version, action: 'pause', part: 'giver' }, async (tx, { tree, item }) => {
    if (item.pausedSince !== null)
      throw new AppError('wrong_state', { detail: 'Waktu disposisi ini sudah dihentikan.' });
    const { agencyId } = actor;
    const now = deps.now();
    const running = pendingBeneath(tree.items, itemId).open.filter(({ pausedSince }) => pausedSince === null);
    const paused = [item, ...running];
    await setPaused(tx, { agencyId, ids: paused.map(({ id }) => id), reason, now });
    const positionIds = paused.map(({ positionId }) => positionId);
    const text = 'Waktu disposisi dihentikan sementara';
    await tellDesks(tx, tree.row, { agencyId, positionIds, kind: 'disposition.paused', itemId, text, now });
    return [dispositionEvent(tree.row, 'disposition.paused', { itemId, positionId: item.positionId })];
  });
}
