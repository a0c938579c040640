import type { DispositionItem } from '../../../server/dispositions/contract.ts';
import { OPEN_STATUSES } from '../../../server/dispositions/states.ts';

export interface TreeNode {
  item: DispositionItem;
  children: TreeNode[];
}

/** One desk that gave dispositions at the root, with everybody who received them. */
export interface Root {
  key: string;
  first: DispositionItem;
  nodes: TreeNode[];
}

type Status = DispositionItem['status'];

export function isOpen(status: Status): boolean {
  return (OPEN_STATUSES as readonly Status[]).includes(status);
}

/** Items come depth first; one whose parent the reader may not see stands at the root. */
function nest(items: readonly DispositionItem[]): TreeNode[] {
  const nodes = new Map<string, TreeNode>();
  const roots: TreeNode[] = [];
  for (const item of items) {
    const node: TreeNode = { item, children: [] };
    nodes.set(item.id, node);
    const parent = item.parentItemId === null ? undefined : nodes.get(item.parentItemId);
    (parent?.children ?? roots).push(node);
  }
  return roots;
}

/** Root dispositions by the desk and the moment they were given. */
export function groupRoots(items: readonly DispositionItem[]): Root[] {
  const roots: Root[] = [];
  for (const node of nest(items)) {
    const known = roots.find((root) => root.key === node.item.dispositionId);
    if (known === undefined) roots.push({ key: node.item.dispositionId, first: node.item, nodes: [node] });
    else known.nodes.push(node);
  }
  return roots;
}

export type Segment = 'done' | 'late' | 'in_progress' | 'waiting';

/** How one recipient stands, as its segment of the bar; undefined for those that do not count. */
export function segmentOf(item: DispositionItem): Segment | undefined {
  if (item.status === 'done') return 'done';
  if (!isOpen(item.status)) return undefined;
  if (item.isLate) return 'late';
  return item.status === 'in_progress' ? 'in_progress' : 'waiting';
}

const order: readonly Segment[] = ['done', 'in_progress', 'waiting', 'late'];

/** One segment for each recipient that counts: done first, late last. */
export function segmentsOf(items: readonly DispositionItem[]): Segment[] {
  return items
    .map(segmentOf)
    .filter((segment) => segment !== undefined)
    .sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** Why a disposition cannot be closed yet; undefined when nothing below is open. */
export function closingBar({ status, below }: DispositionItem): string | undefined {
  const open = below.total - below.done;
  if (!isOpen(status) || open === 0) return undefined;
  return `Belum dapat ditutup: ${open} anak disposisi terbuka`;
}

/** Late ones that this desk may remind. */
export function lateToRemind(items: readonly DispositionItem[]): DispositionItem[] {
  return items.filter((item) => item.isLate && isOpen(item.status) && item.actions.includes('remind'));
}
