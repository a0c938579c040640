import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { SavedSearch, seeSavedEndpoint } from './saved-contract.ts';
import { findSaved, setSavedSeen } from './saved-queries.ts';

/** What a kept search finds now counts as seen: its number begins again at nothing. */
export function seeSaved(
  deps: Deps,
  actor: DeskActor,
  { savedId }: InputOf<typeof seeSavedEndpoint>,
): Promise<SavedSearch> {
  const { agencyId, positionId, personId } = actor;
  const key = { agencyId, positionId, personId, savedId };
  return command(deps, actor, async (tx) => {
    const row = await findSaved(tx, key);
    if (!row) throw new AppError('not_found');
    await setSavedSeen(tx, { ...key, now: deps.now() });
    const { seenAt: _seen, ...saved } = row;
    return { ...saved, fresh: { count: 0, isCapped: false } };
  });
}
