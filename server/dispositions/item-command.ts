import { type AuditEntry, recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { DispositionItem } from './contract.ts';
import { describeItem } from './describe-items.ts';
import { loadAnyTree, loadItemForAction, type LoadedItem, type Part } from './load-tree.ts';
import type { ItemAction } from './states.ts';
import { hintDesks } from './tell-desks.ts';
import type { ItemRow } from './tree-queries.ts';

/** The shape of every command on one item: its letter locked, the right and the state asked, then the work, whose events it returns. */
export function itemCommand(
  deps: Deps,
  actor: DeskActor,
  wanted: { itemId: string; action: ItemAction; part: Part; version?: number },
  work: (tx: Tx, loaded: LoadedItem) => Promise<AuditEntry[]>,
): Promise<DispositionItem> {
  return command(deps, actor, async (tx) => {
    const loaded = await loadItemForAction(tx, deps, actor, wanted);
    const events = await work(tx, loaded);
    const { agencyId } = actor;
    const { row } = loaded.tree;
    await hintDesks(tx, row, { agencyId, positionIds: [actor.positionId, ...partiesOf(loaded.item)], now: deps.now() });
    const tree = await loadAnyTree(tx, deps, actor, { incomingId: row.id, isLocked: false });
    const described = await describeItem(tx, deps, agencyId, { tree, itemId: wanted.itemId });
    await recordEvents(tx, deps, actor, events);
    return described;
  });
}

/** Giver, recorder and recipient. */
export function partiesOf({ giverPositionId, positionId, recordedByPositionId }: ItemRow): string[] {
  return [giverPositionId, positionId, ...(recordedByPositionId === null ? [] : [recordedByPositionId])];
}
