import type { ItemRow } from './tree-queries.ts';

/** Who looks at the chain of a letter. */
export interface Reader {
  positionId: string;
  canAct: boolean;
  /** Desks whose part it sees: its own, and those of officials that it serves as secretary. */
  desks: readonly string[];
  /** Addressed desks, and the roles of the receiving unit. */
  seesAll: boolean;
}

export const isOpen = ({ status }: Pick<ItemRow, 'status'>): boolean =>
  status === 'unread' || status === 'read' || status === 'in_progress';

/** Held, or waiting at its recipient. */
export const isPending = (item: Pick<ItemRow, 'status'>): boolean => item.status === 'held' || isOpen(item);

export function isGivenBy({ desks }: Reader, item: ItemRow): boolean {
  return (
    desks.includes(item.giverPositionId) ||
    (item.recordedByPositionId !== null && desks.includes(item.recordedByPositionId))
  );
}

/** It reached the desk and was not taken back. */
export function isReceivedBy({ desks }: Reader, item: ItemRow): boolean {
  return desks.includes(item.positionId) && item.receivedAt !== null && item.status !== 'recalled';
}

/** Recalled from this desk: it sees that it was, and nothing of what it said. */
export function isTraceFor({ positionId }: Reader, item: ItemRow): boolean {
  return item.status === 'recalled' && item.positionId === positionId && item.receivedAt !== null;
}

/**
 * What a reader sees of a chain: what leads to its own dispositions, its equals there, and everything beneath. What is
 * held or was undone has reached nobody: only who gave it sees it.
 */
export function visibleItems(items: readonly ItemRow[], reader: Reader): ItemRow[] {
  const isShown = (item: ItemRow) => (item.receivedAt !== null ? true : isGivenBy(reader, item));
  if (reader.seesAll) return items.filter(isShown);
  const byId = new Map(items.map((item) => [item.id, item]));
  const children = childrenOf(items);
  const seen = new Set<string>();
  const descend = (id: string): void => {
    seen.add(id);
    for (const child of children.get(id) ?? []) if (!seen.has(child.id)) descend(child.id);
  };
  const own = items.filter((item) => isReceivedBy(reader, item));
  const equals = new Set(own.map(({ dispositionId }) => dispositionId));
  for (const item of own) {
    descend(item.id);
    for (let above = item.parentItemId; above !== null; above = byId.get(above)?.parentItemId ?? null) seen.add(above);
  }
  for (const item of items) {
    if (equals.has(item.dispositionId)) seen.add(item.id);
    if (isGivenBy(reader, item)) descend(item.id);
  }
  return items.filter((item) => seen.has(item.id) && isShown(item));
}

/** Depth first; children follow their parent, in the order they were given. */
export function inTreeOrder(items: readonly ItemRow[]): ItemRow[] {
  const shown = new Set(items.map(({ id }) => id));
  const children = childrenOf(items);
  const walk = (item: ItemRow): ItemRow[] => [item, ...(children.get(item.id) ?? []).flatMap(walk)];
  return items.filter(({ parentItemId }) => parentItemId === null || !shown.has(parentItemId)).flatMap(walk);
}

/** Everything beneath an item, not the item itself. */
export function listBeneath(items: readonly ItemRow[], itemId: string): ItemRow[] {
  const children = childrenOf(items);
  const walk = (id: string): ItemRow[] => (children.get(id) ?? []).flatMap((child) => [child, ...walk(child.id)]);
  return walk(itemId);
}

/** The desks over an item in its chain, nearest first: its giver, and the giver of each item above. */
export function desksAbove(items: readonly ItemRow[], item: ItemRow): string[] {
  const byId = new Map(items.map((each) => [each.id, each]));
  const desks: string[] = [];
  for (let at: ItemRow | undefined = item; at; at = at.parentItemId === null ? undefined : byId.get(at.parentItemId))
    desks.push(at.giverPositionId);
  return desks;
}

/** All recipients below an item that count: what was taken or given back does not. */
export function rollUp(beneath: readonly ItemRow[], now: Date): { total: number; done: number; late: number } {
  const counted = beneath.filter((item) => item.status === 'done' || isOpen(item));
  return {
    total: counted.length,
    done: counted.filter(({ status }) => status === 'done').length,
    late: counted.filter((item) => isLate(item, now)).length,
  };
}

/** Open past its deadline while its clock runs. */
export function isLate(item: Pick<ItemRow, 'status' | 'dueAt' | 'pausedSince'>, now: Date): boolean {
  return isOpen(item) && item.dueAt !== null && item.pausedSince === null && Date.parse(item.dueAt) < now.getTime();
}

function childrenOf(items: readonly ItemRow[]): Map<string, ItemRow[]> {
  const children = new Map<string, ItemRow[]>();
  for (const item of items)
    if (item.parentItemId !== null) children.set(item.parentItemId, [...(children.get(item.parentItemId) ?? []), item]);
  return children;
}
