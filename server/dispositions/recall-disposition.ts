import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { revokeIncoming } from '../incoming/access.ts';
import { indexIncomingChain } from '../search/index-incoming.ts';
import { setItemsEnded, setUndone } from './command-queries.ts';
import type { DispositionItem, recallDispositionEndpoint } from './contract.ts';
import { grantReason, pendingBeneath } from './end-items.ts';
import { signAuthor } from './giver.ts';
import { itemCommand } from './item-command.ts';
import { dispositionEvent, hintDesks, tellDesks } from './tell-desks.ts';

/**
 * Takes an item back with everything open below it, read or not; the desks lose the right to read that it gave them.
 * What was finished below stays, with its right.
 */
export function recallDisposition(
  deps: Deps,
  actor: DeskActor,
  { itemId, version, reason }: InputOf<typeof recallDispositionEndpoint>,
): Promise<DispositionItem> {
  return itemCommand(deps, actor, { itemId, version, action: 'recall', part: 'giver' }, async (tx, { tree, item }) => {
    const { agencyId } = actor;
    const { row } = tree;
    const now = deps.now();
    const { giverTitle } = await signAuthor(tx, actor);
    const { heldIds, open } = pendingBeneath(tree.items, itemId);
    const recalled = [item, ...open];
    const ids = recalled.map(({ id }) => id);
    await setUndone(tx, { agencyId, ids: heldIds, now });
    await setItemsEnded(tx, { agencyId, ids, status: 'recalled', reason, isForced: false, now });
    await revokeIncoming(tx, { agencyId, id: row.id, letterId: row.letterId }, ids.map(grantReason));
    await indexIncomingChain(tx, row);
    for (const { id, positionId } of recalled)
      await tellDesks(tx, row, {
        agencyId,
        positionIds: [positionId],
        kind: 'disposition.recalled',
        itemId: id,
        text: `Disposisi ditarik kembali oleh ${giverTitle}`,
        now,
      });
    await hintDesks(tx, row, { agencyId, positionIds: recalled.map(({ positionId }) => positionId), now });
    return [
      ...recalled.map(({ id, positionId }) =>
        dispositionEvent(row, 'disposition.recalled', { itemId: id, positionId }),
      ),
      ...heldIds.map((dispositionId) => dispositionEvent(row, 'disposition.undone', { dispositionId })),
    ];
  });
}
