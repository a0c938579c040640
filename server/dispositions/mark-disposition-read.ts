import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { setItemRead } from './command-queries.ts';
import type { DispositionItem, markDispositionReadEndpoint } from './contract.ts';
import { describeItem } from './describe-items.ts';
import { partiesOf } from './item-command.ts';
import { loadAnyTree, loadItem } from './load-tree.ts';
import { nextItemStatus } from './states.ts';
import { dispositionEvent, hintDesks } from './tell-desks.ts';

/** The recipient's first opening, which the giver sees. Who only reads from the desk (a Plh. is running) leaves it unread. */
export function markDispositionRead(
  deps: Deps,
  actor: DeskActor,
  { itemId }: InputOf<typeof markDispositionReadEndpoint>,
): Promise<DispositionItem> {
  return command(deps, actor, async (tx) => {
    const { tree, item } = await loadItem(tx, deps, actor, { itemId, isLocked: true });
    const { agencyId, personId } = actor;
    if (item.positionId !== actor.positionId)
      throw new AppError('forbidden', { detail: 'Disposisi ini bukan untuk jabatan Anda.' });
    const status = nextItemStatus(item.status, 'read');
    if (status === undefined || !actor.canAct) return describeItem(tx, deps, agencyId, { tree, itemId });
    const now = deps.now();
    await setItemRead(tx, { agencyId, id: itemId, personId, status, now });
    await hintDesks(tx, tree.row, { agencyId, positionIds: partiesOf(item), now });
    const read = await loadAnyTree(tx, deps, actor, { incomingId: tree.row.id, isLocked: false });
    const described = await describeItem(tx, deps, agencyId, { tree: read, itemId });
    const facts = { itemId, positionId: item.positionId };
    await recordEvents(tx, deps, actor, [dispositionEvent(tree.row, 'disposition.read', facts)]);
    return described;
  });
}
