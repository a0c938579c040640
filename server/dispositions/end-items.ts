import type { AuditEntry } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../errors.ts';
import { setItemsEnded, setUndone } from './command-queries.ts';
import type { LoadedItem, Tree } from './load-tree.ts';
import { dispositionEvent, hintDesks, tellDesks } from './tell-desks.ts';
import type { ItemRow } from './tree-queries.ts';
import { isOpen, isPending, listBeneath } from './visible-items.ts';

/** Under which reason a recipient may read the letter. */
export const grantReason = (itemId: string): string => `disposition:${itemId}`;

/** What waits below an item: `held` dispositions have reached nobody, `open` items are at work. */
export function pendingBeneath(items: readonly ItemRow[], itemId: string): { heldIds: string[]; open: ItemRow[] } {
  const beneath = listBeneath(items, itemId);
  return { heldIds: heldIdsOf(beneath), open: beneath.filter(isOpen) };
}

export function heldIdsOf(items: readonly ItemRow[]): string[] {
  return [...new Set(items.filter(({ status }) => status === 'held').map(({ dispositionId }) => dispositionId))];
}

/** @throws AppError `children_open`, naming how many */
export function refuseOpenChildren(pending: readonly ItemRow[]): void {
  if (pending.length === 0) return;
  throw new AppError('children_open', {
    detail: `${pending.length} disposisi lanjutan masih terbuka. Tunggu selesai, atau tutup paksa dengan alasan.`,
  });
}

export interface Closing {
  agencyId: string;
  /** Empty: everything below must be closed. */
  forceReason: string;
  /** Why without force. */
  reason: string | null;
  /** Office of who closes it. */
  by: string;
}

/**
 * Closes an item; forced, with everything below it. Returns the events.
 * @throws AppError `children_open`
 */
export async function closeItem(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  { tree, item }: LoadedItem,
  closing: Closing,
): Promise<AuditEntry[]> {
  const beneath = listBeneath(tree.items, item.id).filter(isPending);
  const isForced = beneath.length > 0;
  if (closing.forceReason === '') refuseOpenChildren(beneath);
  const { agencyId } = closing;
  const now = deps.now();
  const reason = closing.forceReason === '' ? closing.reason : closing.forceReason;
  await setItemsEnded(tx, { agencyId, ids: [item.id], status: 'done', reason, isForced, now });
  const forced = isForced ? await forceClosed(tx, deps, tree, { ...closing, items: beneath }) : [];
  const isLast =
    item.parentItemId === null && !tree.items.some((other) => isOtherRoot(other, item) && isPending(other));
  if (isLast) await tellAllDone(tx, agencyId, { tree, now });
  const facts = { itemId: item.id, positionId: item.positionId, isForced };
  return [dispositionEvent(tree.row, 'disposition.closed', facts), ...forced];
}

const isOtherRoot = (other: ItemRow, item: ItemRow) => other.parentItemId === null && other.id !== item.id;

/** Closes items by force: what is held among them is taken back, the desks at work are told. Returns the events. */
export async function forceClosed(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  tree: Tree,
  { agencyId, forceReason, by, items }: Closing & { items: readonly ItemRow[] },
): Promise<AuditEntry[]> {
  const now = deps.now();
  const open = items.filter(isOpen);
  const ids = open.map(({ id }) => id);
  const reason = `Ditutup paksa oleh ${by}: ${forceReason}`;
  await setUndone(tx, { agencyId, ids: heldIdsOf(items), now });
  await setItemsEnded(tx, { agencyId, ids, status: 'done', reason, isForced: true, now });
  for (const { id, positionId } of open)
    await tellDesks(tx, tree.row, {
      agencyId,
      positionIds: [positionId],
      kind: 'disposition.closed',
      itemId: id,
      text: `Disposisi ditutup paksa oleh ${by}`,
      now,
    });
  await hintDesks(tx, tree.row, { agencyId, positionIds: open.map(({ positionId }) => positionId), now });
  return [
    ...open.map(({ id, positionId }) =>
      dispositionEvent(tree.row, 'disposition.closed', { itemId: id, positionId, isForced: true }),
    ),
    ...heldIdsOf(items).map((dispositionId) => dispositionEvent(tree.row, 'disposition.undone', { dispositionId })),
  ];
}

async function tellAllDone(tx: Tx, agencyId: string, { tree, now }: { tree: Tree; now: Date }): Promise<void> {
  const roots = tree.items.filter(({ parentItemId, receivedAt }) => parentItemId === null && receivedAt !== null);
  const [first] = roots;
  if (!first) return;
  await tellDesks(tx, tree.row, {
    agencyId,
    positionIds: roots.map(({ giverPositionId }) => giverPositionId),
    kind: 'disposition.all_done',
    itemId: first.id,
    text: 'Semua disposisi selesai',
    now,
  });
}
