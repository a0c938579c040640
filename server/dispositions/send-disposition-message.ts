import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { insertMessage } from './command-queries.ts';
import type { Message, sendDispositionMessageEndpoint } from './contract.ts';
import { signAuthor } from './giver.ts';
import { mayTalk } from './item-actions.ts';
import { loadItemForAction } from './load-tree.ts';
import { dispositionEvent, hintDesks, tellDesks } from './tell-desks.ts';

/** Writes into the conversation of an item; its giver and its recipient are told. */
export function sendDispositionMessage(
  deps: Deps,
  actor: DeskActor,
  { itemId, text }: InputOf<typeof sendDispositionMessageEndpoint>,
): Promise<Message> {
  return command(deps, actor, async (tx) => {
    const { tree, item } = await loadItemForAction(tx, deps, actor, { itemId, action: 'message', part: 'chain' });
    const { agencyId, positionId, personId } = actor;
    if (!mayTalk(item, positionId))
      throw new AppError('forbidden', { detail: 'Percakapan disposisi pribadi hanya antara pemberi dan penerimanya.' });
    const now = deps.now();
    const { giverName: authorName, giverTitle: authorTitle } = await signAuthor(tx, actor);
    const id = uuidv7();
    await insertMessage(tx, { agencyId, id, itemId, positionId, personId, authorName, authorTitle, text, now });
    const positionIds = [item.giverPositionId, item.positionId].filter((desk) => desk !== positionId);
    await tellDesks(tx, tree.row, {
      agencyId,
      positionIds,
      kind: 'disposition.message',
      itemId,
      text: `Pesan dari ${authorTitle}`,
      now,
    });
    await hintDesks(tx, tree.row, { agencyId, positionIds: [...positionIds, positionId], now });
    await recordEvents(tx, deps, actor, [dispositionEvent(tree.row, 'disposition.messaged', { itemId })]);
    return { id, authorName, authorTitle, isOwn: true, text, sentAt: now.toISOString() };
  });
}
