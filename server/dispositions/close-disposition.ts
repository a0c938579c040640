import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { closeDispositionEndpoint, DispositionItem } from './contract.ts';
import { closeItem } from './end-items.ts';
import { signAuthor } from './giver.ts';
import { itemCommand } from './item-command.ts';
import { tellDesks } from './tell-desks.ts';

/** Closes without report: the recipient has nothing to report, or the giver holds it settled. */
export function closeDisposition(
  deps: Deps,
  actor: DeskActor,
  { itemId, version, forceReason }: InputOf<typeof closeDispositionEndpoint>,
): Promise<DispositionItem> {
  return itemCommand(deps, actor, { itemId, version, action: 'close', part: 'either' }, async (tx, loaded) => {
    const { tree, item } = loaded;
    const { agencyId, positionId } = actor;
    const { giverTitle: by } = await signAuthor(tx, actor);
    const events = await closeItem(tx, deps, loaded, { agencyId, forceReason, reason: null, by });
    const others = [item.positionId, item.giverPositionId].filter((id) => id !== positionId);
    const text = `Disposisi ditutup oleh ${by}`;
    const now = deps.now();
    await tellDesks(tx, tree.row, { agencyId, positionIds: others, kind: 'disposition.closed', itemId, text, now });
    return events;
  });
}
