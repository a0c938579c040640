import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { findReminder } from './command-queries.ts';
import type { remindDispositionEndpoint } from './contract.ts';
import { signAuthor } from './giver.ts';
import { loadItemForAction } from './load-tree.ts';
import { dispositionEvent, tellDesks } from './tell-desks.ts';

const PAUSE_MS = 3_600_000;

/** Reminds the recipient, at most once an hour whoever asks. */
export function remindDisposition(
  deps: Deps,
  actor: DeskActor,
  { itemId }: InputOf<typeof remindDispositionEndpoint>,
): Promise<{ remindedAt: string }> {
  return command(deps, actor, async (tx) => {
    const { tree, item } = await loadItemForAction(tx, deps, actor, { itemId, action: 'remind', part: 'chain' });
    const { agencyId } = actor;
    const { positionId } = item;
    if (positionId === actor.positionId)
      throw new AppError('forbidden', { detail: 'Disposisi ini ada pada jabatan Anda sendiri.' });
    const now = deps.now();
    const since = new Date(now.getTime() - PAUSE_MS);
    const last = await findReminder(tx, { agencyId, positionId, itemId, since });
    if (last !== undefined)
      throw new AppError('throttled', {
        detail: 'Penerima sudah diingatkan kurang dari satu jam yang lalu.',
        retryAfterSeconds: Math.max(1, Math.ceil((Date.parse(last) + PAUSE_MS - now.getTime()) / 1000)),
      });
    const { giverTitle } = await signAuthor(tx, actor);
    const text = `${giverTitle} mengingatkan disposisi ini`;
    await tellDesks(tx, tree.row, {
      agencyId,
      positionIds: [positionId],
      kind: 'disposition.reminded',
      itemId,
      text,
      now,
    });
    await recordEvents(tx, deps, actor, [dispositionEvent(tree.row, 'disposition.reminded', { itemId, positionId })]);
    return { remindedAt: now.toISOString() };
  });
}
