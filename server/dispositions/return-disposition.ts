import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { setItemRead, setItemsEnded } from './command-queries.ts';
import type { DispositionItem, returnDispositionEndpoint } from './contract.ts';
import { refuseOpenChildren } from './end-items.ts';
import { signAuthor } from './giver.ts';
import { itemCommand } from './item-command.ts';
import { dispositionEvent, tellDesks } from './tell-desks.ts';
import { isPending, listBeneath } from './visible-items.ts';

/** Gives an item back to who gave it, with a reason. */
export function returnDisposition(
  deps: Deps,
  actor: DeskActor,
  { itemId, version, reason }: InputOf<typeof returnDispositionEndpoint>,
): Promise<DispositionItem> {
  return itemCommand(deps, actor, { itemId, version, action: 'return', part: 'recipient' }, async (tx, loaded) => {
    const { tree, item } = loaded;
    refuseOpenChildren(listBeneath(tree.items, itemId).filter(isPending));
    const { agencyId, personId } = actor;
    const now = deps.now();
    const { giverTitle } = await signAuthor(tx, actor);
    await setItemRead(tx, { agencyId, id: itemId, personId, status: item.status, now });
    await setItemsEnded(tx, { agencyId, ids: [itemId], status: 'returned', reason, isForced: false, now });
    const positionIds = [item.giverPositionId];
    const text = `Disposisi dikembalikan oleh ${giverTitle}`;
    await tellDesks(tx, tree.row, { agencyId, positionIds, kind: 'disposition.returned', itemId, text, now });
    return [dispositionEvent(tree.row, 'disposition.returned', { itemId, positionId: item.positionId })];
  });
}
