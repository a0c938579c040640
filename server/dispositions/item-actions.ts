import { hasPart, type Tree } from './load-tree.ts';
import { type ItemAction, nextItemStatus } from './states.ts';
import type { ItemRow } from './tree-queries.ts';
import { isPending, listBeneath } from './visible-items.ts';

const OF_RECIPIENT: readonly ItemAction[] = ['read', 'dispose', 'report', 'close', 'return', 'message'];
const OF_GIVER: readonly ItemAction[] = [
  'undo',
  'close',
  'reopen',
  'recall',
  'pause',
  'resume',
  'set_due',
  'remind',
  'message',
];
const OF_CHAIN: readonly ItemAction[] = ['remind', 'message'];

/** What the reader may do with an item now; drives the buttons. */
export function deriveItemActions(tree: Tree, item: ItemRow): ItemAction[] {
  const { reader, items } = tree;
  if (!reader.canAct) return [];
  const { positionId } = reader;
  const allowed = new Set<ItemAction>();
  const allow = (actions: readonly ItemAction[]) => {
    for (const action of actions) allowed.add(action);
  };
  if (hasPart(items, item, { part: 'recipient', positionId })) allow(OF_RECIPIENT);
  if (item.giverPositionId === positionId) allow(OF_GIVER);
  else if (item.recordedByPositionId === positionId) allow(['undo']);
  if (hasPart(items, item, { part: 'chain', positionId })) allow(mayTalk(item, positionId) ? OF_CHAIN : ['remind']);
  if (item.positionId === positionId && item.giverPositionId !== positionId) allowed.delete('remind');
  return [...allowed].filter(
    (action) => nextItemStatus(item.status, action) !== undefined && isTimely(tree, item, action),
  );
}

/** The conversation of a private one is its giver's and its recipient's. */
export function mayTalk(item: ItemRow, positionId: string): boolean {
  return !item.isPrivate || item.positionId === positionId || item.giverPositionId === positionId;
}

function isTimely({ items }: Tree, item: ItemRow, action: ItemAction): boolean {
  if (action === 'pause') return item.pausedSince === null;
  if (action === 'resume') return item.pausedSince !== null;
  if (action === 'return') return !listBeneath(items, item.id).some(isPending);
  return true;
}
