import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { hint } from '../notifications/notify.ts';
import type { addCommentEndpoint, Letter } from './contract.ts';
import { describeLetter } from './describe-letter.ts';
import { loadForAction } from './load-letter.ts';
import { insertComment, listComments } from './part-queries.ts';

/** A note on the draft, pinned to words of a block where given; answers hang under the first note. */
export function addComment(deps: Deps, actor: DeskActor, input: InputOf<typeof addCommentEndpoint>): Promise<Letter> {
  return command(deps, actor, async (tx) => {
    const { letter, steps } = await loadForAction(tx, actor, { letterId: input.letterId, action: 'comment' });
    const key = { agencyId: actor.agencyId, letterId: letter.id };
    const parent =
      input.parentId === null ? undefined : (await listComments(tx, key)).find((note) => note.id === input.parentId);
    if (input.parentId !== null && !parent) throw new AppError('not_found');
    const id = uuidv7();
    const now = deps.now();
    await insertComment(tx, key, {
      id,
      parentId: parent ? (parent.parentId ?? parent.id) : null,
      contentVersion: letter.contentVersion,
      anchor: input.anchor === null ? null : JSON.stringify(input.anchor),
      positionId: actor.positionId,
      personId: actor.personId,
      text: input.text,
      now,
    });
    const positionIds = [letter.drafterPositionId, ...steps.map((step) => step.positionId)];
    await hint(tx, { agencyId: actor.agencyId, kind: 'letter', entityId: letter.id, positionIds, now });
    const described = await describeLetter(tx, deps, actor, letter.id);
    await recordEvents(tx, deps, actor, [
      { action: 'letter.commented', letterId: letter.id, detail: { commentId: id } },
    ]);
    return described;
  });
}
