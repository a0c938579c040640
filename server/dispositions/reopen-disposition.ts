import { uuidv7 } from 'uuidv7';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { takeUpIncoming } from '../incoming/take-up-incoming.ts';
import { nextIncomingStatus } from '../incoming/states.ts';
import { insertMessage, setItemOpen } from './command-queries.ts';
import type { DispositionItem, reopenDispositionEndpoint } from './contract.ts';
import { signAuthor } from './giver.ts';
import { itemCommand } from './item-command.ts';
import type { LoadedItem } from './load-tree.ts';
import { dispositionEvent, tellDesks } from './tell-desks.ts';
import { isOpen } from './visible-items.ts';

/** Opens a closed item again; the reason stands in its conversation. What was closed by force below it stays closed. */
export function reopenDisposition(
  deps: Deps,
  actor: DeskActor,
  { itemId, version, reason }: InputOf<typeof reopenDispositionEndpoint>,
): Promise<DispositionItem> {
  return itemCommand(deps, actor, { itemId, version, action: 'reopen', part: 'giver' }, async (tx, loaded) => {
    requireOpenAbove(loaded);
    const { tree, item } = loaded;
    const { agencyId, positionId, personId } = actor;
    const now = deps.now();
    const { giverName: authorName, giverTitle: authorTitle } = await signAuthor(tx, actor);
    await setItemOpen(tx, { agencyId, id: itemId, status: 'in_progress' });
    await takeUpIncoming(tx, { agencyId, id: tree.row.id, status: tree.row.status }, { positionId: null, now });
    const author = { agencyId, id: uuidv7(), itemId, positionId, personId, authorName, authorTitle };
    await insertMessage(tx, { ...author, text: `Dibuka kembali: ${reason}`, now });
    const positionIds = [item.positionId];
    const text = `Disposisi dibuka kembali oleh ${authorTitle}`;
    await tellDesks(tx, tree.row, { agencyId, positionIds, kind: 'disposition.reopened', itemId, text, now });
    return [dispositionEvent(tree.row, 'disposition.reopened', { itemId, positionId: item.positionId })];
  });
}

function requireOpenAbove({ tree, item }: LoadedItem): void {
  if (nextIncomingStatus(tree.row.status, 'dispose') === undefined) throw new AppError('wrong_state');
  const parent = tree.items.find(({ id }) => id === item.parentItemId);
  if (parent && !isOpen(parent))
    throw new AppError('wrong_state', {
      detail: 'Disposisi di atasnya sudah ditutup. Buka kembali yang di atas lebih dahulu.',
    });
}
