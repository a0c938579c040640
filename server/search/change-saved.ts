import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { describeSaved } from './list-saved.ts';
import { nameTaken } from './save-search.ts';
import type { changeSavedEndpoint, SavedSearch } from './saved-contract.ts';
import { findSaved, isNameTaken, setSaved } from './saved-queries.ts';
import { openSearch } from './search-scope.ts';

/** Another name, or notices on and off; the words stay what they were. */
export function changeSaved(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof changeSavedEndpoint>,
): Promise<SavedSearch> {
  const { agencyId, positionId, personId } = actor;
  const { savedId, name, version, hasAlert } = input;
  const key = { agencyId, positionId, personId, savedId };
  return command(deps, actor, async (tx) => {
    if (!(await findSaved(tx, key))) throw new AppError('not_found');
    if (await isNameTaken(tx, { ...key, name })) throw nameTaken();
    const isSet = await setSaved(tx, { ...key, name, version, hasAlert, now: deps.now() });
    const row = await findSaved(tx, key);
    if (!isSet || !row)
      throw new AppError('stale_version', { detail: 'Pencarian ini sudah diubah di tempat lain. Muat ulang halaman.' });
    return describeSaved(tx, actor, await openSearch(tx, deps, actor), row);
  });
}
