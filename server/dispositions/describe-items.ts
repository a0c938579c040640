import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { Desk } from '../organisation/contract.ts';
import { desksInOrder } from '../organisation/directory.ts';
import type { AttachedFile, DispositionItem, Report } from './contract.ts';
import { deriveItemActions } from './item-actions.ts';
import type { Tree } from './load-tree.ts';
import { countMessages, type FileRow, type ItemRow, listFilesOf, listReportsOf } from './tree-queries.ts';
import { isLate, isTraceFor, listBeneath, rollUp } from './visible-items.ts';

const NOTHING = { files: [], reportCount: 0, messageCount: 0, lastReport: null };

/** Items as the reader of the tree may see them, in the order given. */
export async function describeItems(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  agencyId: string,
  { tree, items }: { tree: Tree; items: readonly ItemRow[] },
): Promise<DispositionItem[]> {
  const ids = items.map(({ id }) => id);
  const reports = await listReportsOf(tx, agencyId, ids);
  const lastReports = new Map(reports.map((report) => [report.itemId, report]));
  const reportCounts = countBy(reports.map(({ itemId }) => itemId));
  const messageCounts = new Map((await countMessages(tx, agencyId, ids)).map((row) => [row.itemId, row.count]));
  const files = await listFilesOf(tx, agencyId, [
    ...ids,
    ...items.map(({ dispositionId }) => dispositionId),
    ...[...lastReports.values()].map(({ id }) => id),
  ]);
  const desks = await desksInOrder(tx, agencyId, tree.date, [...new Set(items.map(({ positionId }) => positionId))]);
  const deskById = new Map(desks.map((desk) => [desk.positionId, desk]));
  const now = deps.now();
  const contentOf = (item: ItemRow) => {
    const last = lastReports.get(item.id);
    return {
      files: filesOf(files, item.id),
      reportCount: reportCounts.get(item.id) ?? 0,
      messageCount: messageCounts.get(item.id) ?? 0,
      lastReport: last === undefined ? null : describeReport(last, files),
    };
  };
  return items.map((item) => {
    const isHidden = hidesContent(tree, item);
    return {
      ...shownOf(item, isHidden),
      ...(isHidden && !isTraceFor(tree.reader, item) ? { closedReason: null } : {}),
      ...(isHidden ? NOTHING : contentOf(item)),
      recipient: deskById.get(item.positionId) ?? unknownDesk(item.positionId),
      isHidden,
      isLate: isLate(item, now),
      below: rollUp(listBeneath(tree.items, item.id), now),
      sheetFile: isSheetHidden(tree, item) ? null : (filesOf(files, item.dispositionId)[0] ?? null),
      isGiver: item.giverPositionId === tree.reader.positionId,
      isRecipient: item.positionId === tree.reader.positionId,
      actions: deriveItemActions(tree, item),
    };
  });
}

/** One item, as {@link describeItems}. */
export async function describeItem(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  agencyId: string,
  { tree, itemId }: { tree: Tree; itemId: string },
): Promise<DispositionItem> {
  const items = tree.items.filter(({ id }) => id === itemId);
  const [described] = await describeItems(tx, deps, agencyId, { tree, items });
  if (!described) throw new AppError('not_found');
  return described;
}

/** Private and not this reader's, or recalled from it. */
export function hidesContent({ reader }: Pick<Tree, 'reader'>, item: ItemRow): boolean {
  if (isTraceFor(reader, item)) return true;
  const insiders = [item.positionId, item.giverPositionId, item.recordedByPositionId];
  return item.isPrivate && !insiders.includes(reader.positionId);
}

/** The paper sheet shows what was written to everyone on it. */
export function isSheetHidden(tree: Pick<Tree, 'reader' | 'items'>, item: ItemRow): boolean {
  return tree.items.some((each) => each.dispositionId === item.dispositionId && hidesContent(tree, each));
}

export function describeReport(
  { itemId: _itemId, ...report }: Omit<Report, 'files'> & { itemId: string },
  files: readonly FileRow[],
): Report {
  return { ...report, files: filesOf(files, report.id) };
}

export function filesOf(files: readonly FileRow[], ownerId: string): AttachedFile[] {
  return files.filter((file) => file.ownerId === ownerId).map(({ ownerKind: _kind, ownerId: _owner, ...file }) => file);
}

function shownOf(item: ItemRow, isHidden: boolean) {
  const { positionId: _position, recordedByPositionId: _recorder, ...shown } = item;
  return isHidden ? { ...shown, instructions: [], note: '', pauseReason: null } : shown;
}

function unknownDesk(positionId: string): Desk {
  return { positionId, title: '', shortTitle: '', unitName: '', holderName: null, actingKind: null };
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
