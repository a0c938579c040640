import { command } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { removeSavedEndpoint } from './saved-contract.ts';
import { deleteSaved } from './saved-queries.ts';

export function removeSaved(
  deps: Deps,
  actor: DeskActor,
  { savedId }: InputOf<typeof removeSavedEndpoint>,
): Promise<OutputOf<typeof removeSavedEndpoint>> {
  const { agencyId, positionId, personId } = actor;
  return command(deps, actor, async (tx) => {
    if (!(await deleteSaved(tx, { agencyId, positionId, personId, savedId }))) throw new AppError('not_found');
    return { removed: true as const };
  });
}
