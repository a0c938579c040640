import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { Letter, resolveCommentEndpoint } from './contract.ts';
import { describeLetter } from './describe-letter.ts';
import { loadForAction } from './load-letter.ts';
import { listComments, setCommentResolved } from './part-queries.ts';

/** The drafter, or whoever wrote the note, marks it as settled. */
export function resolveComment(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof resolveCommentEndpoint>,
): Promise<Letter> {
  return command(deps, actor, async (tx) => {
    const { letter } = await loadForAction(tx, actor, { letterId: input.letterId, action: 'comment' });
    const key = { agencyId: actor.agencyId, letterId: letter.id };
    const note = (await listComments(tx, key)).find((candidate) => candidate.id === input.commentId);
    if (!note) throw new AppError('not_found');
    if (letter.drafterPositionId !== actor.positionId && note.positionId !== actor.positionId)
      throw new AppError('forbidden');
    const isChanged = await setCommentResolved(tx, key, {
      commentId: note.id,
      personId: actor.personId,
      now: deps.now(),
    });
    const described = await describeLetter(tx, deps, actor, letter.id);
    if (isChanged)
      await recordEvents(tx, deps, actor, [
        { action: 'letter.comment_resolved', letterId: letter.id, detail: { commentId: note.id } },
      ]);
    return described;
  });
}
