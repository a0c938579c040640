import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { type LoadedIncoming, loadWithRight } from '../incoming/load-incoming.ts';
import { refuseReading } from '../letters/access.ts';
import { readerOf } from '../letters/reading-right.ts';
import { today } from '../organisation/directory.ts';
import type { ItemAction } from './states.ts';
import { nextItemStatus } from './states.ts';
import { findIncomingOfItem, type ItemRow, listItems } from './tree-queries.ts';
import { desksAbove, isGivenBy, isReceivedBy, isTraceFor, type Reader, visibleItems } from './visible-items.ts';

/** A letter with its whole chain, and who looks at it. */
export interface Tree extends LoadedIncoming {
  /** Every disposition of the letter, also what the reader may not see. */
  items: ItemRow[];
  reader: Reader;
  canRead: boolean;
  /** Business date. */
  date: string;
}

/** Any letter of the agency; who asks next decides what of it may be seen. */
export async function loadAnyTree(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  actor: DeskActor,
  wanted: { incomingId: string; isLocked: boolean },
): Promise<Tree> {
  const loaded = await loadWithRight(tx, actor, wanted);
  const { date } = await today(tx, deps, actor.agencyId);
  const { agencyId, positionId } = actor;
  const items = await listItems(tx, { agencyId, incomingId: wanted.incomingId });
  const isSecret = loaded.row.securityClass === 'R' || loaded.row.securityClass === 'SR';
  // Secretaries read a secret letter only with a grant of their own.
  const served = isSecret && !loaded.canRead ? [] : actor.serves;
  const desks = [positionId, ...served];
  const reader = { positionId, canAct: actor.canAct, desks, seesAll: seesAll(actor, loaded, desks) };
  const canRead = loaded.canRead || reader.seesAll || items.some((item) => isReceivedBy(reader, item));
  return { ...loaded, items, reader, canRead, date };
}

/** The chain of a letter that this desk may read. */
export async function loadTree(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  actor: DeskActor,
  wanted: { incomingId: string; isLocked: boolean },
): Promise<Tree> {
  const tree = await loadAnyTree(tx, deps, actor, wanted);
  if (!tree.canRead) refuseReading(tree.row);
  return tree;
}

export interface LoadedItem {
  tree: Tree;
  item: ItemRow;
}

/** One item that this desk may see, be it as a trace. */
export async function loadItem(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  actor: DeskActor,
  wanted: { itemId: string; isLocked: boolean },
): Promise<LoadedItem> {
  const incomingId = await findIncomingOfItem(tx, actor.agencyId, wanted.itemId);
  if (incomingId === undefined) throw new AppError('not_found');
  const tree = await loadAnyTree(tx, deps, actor, { incomingId, isLocked: wanted.isLocked });
  const trace = tree.items.find(({ id }) => id === wanted.itemId && isTrace(tree, id));
  const item = trace ?? visibleItems(tree.items, tree.reader).find(({ id }) => id === wanted.itemId);
  if (!item || (!tree.canRead && !trace && !isGivenBy(tree.reader, item))) refuseReading(tree.row);
  return { tree, item };
}

const isTrace = (tree: Tree, itemId: string) =>
  tree.items.some((item) => item.id === itemId && isTraceFor(tree.reader, item));

export type Part = 'recipient' | 'giver' | 'either' | 'chain';

const ASKED: Record<Part, string> = {
  recipient: 'Hanya jabatan penerima disposisi ini yang dapat melakukannya.',
  giver: 'Hanya jabatan pemberi disposisi ini yang dapat melakukannya.',
  either: 'Hanya pemberi atau penerima disposisi ini yang dapat melakukannya.',
  chain: 'Hanya pemberi, penerima, atau pejabat di atasnya dalam rantai disposisi ini yang dapat melakukannya.',
};

/** One item for a command, with its letter locked: the desk has this part in it, can act, and the action is possible now. */
export async function loadItemForAction(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  actor: DeskActor,
  wanted: { itemId: string; action: ItemAction; part: Part; version?: number },
): Promise<LoadedItem> {
  const loaded = await loadItem(tx, deps, actor, { itemId: wanted.itemId, isLocked: true });
  const { item, tree } = loaded;
  if (!hasPart(tree.items, item, { part: wanted.part, positionId: actor.positionId }))
    throw new AppError('forbidden', { detail: ASKED[wanted.part] });
  if (!actor.canAct) throw new AppError('desk_read_only');
  if (nextItemStatus(item.status, wanted.action) === undefined)
    throw new AppError('wrong_state', { detail: 'Disposisi sudah berpindah keadaan. Muat ulang, lalu periksa lagi.' });
  if (wanted.version !== undefined && wanted.version !== item.version)
    throw new AppError('stale_version', {
      detail: 'Disposisi sudah diubah di tempat lain. Muat ulang, lalu periksa lagi.',
    });
  return loaded;
}

export function hasPart(
  items: readonly ItemRow[],
  item: ItemRow,
  { part, positionId }: { part: Part; positionId: string },
): boolean {
  const isRecipient = item.positionId === positionId && item.receivedAt !== null;
  if (part === 'recipient') return isRecipient;
  const isGiver = item.giverPositionId === positionId;
  if (part === 'giver') return isGiver;
  if (part === 'either') return isGiver || isRecipient;
  return isRecipient || desksAbove(items, item).includes(positionId);
}

function seesAll(actor: DeskActor, { row, addressees }: LoadedIncoming, desks: readonly string[]): boolean {
  if (addressees.some(({ role, positionId }) => role === 'to' && desks.includes(positionId))) return true;
  const roles = { B: ['registry', 'archivist'], T: ['archivist'], R: [], SR: [] }[row.securityClass];
  return readerOf(actor).unitRoles.some((held) => roles.some((role) => held === `${row.unitId}:${role}`));
}
