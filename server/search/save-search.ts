import { uuidv7 } from 'uuidv7';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { SavedSearch, saveSearchEndpoint } from './saved-contract.ts';
import { insertSaved, listSavedRows } from './saved-queries.ts';

const MOST_SAVED = 20;

/** Keeps a search for this person at this desk; what it finds today counts as seen. */
export function saveSearch(
  deps: Deps,
  actor: DeskActor,
  { name, wanted, hasAlert }: InputOf<typeof saveSearchEndpoint>,
): Promise<SavedSearch> {
  const { agencyId, positionId, personId } = actor;
  const owner = { agencyId, positionId, personId };
  return command(deps, actor, async (tx) => {
    if ((await listSavedRows(tx, owner)).length >= MOST_SAVED)
      throw refuseName(`Sudah ada ${String(MOST_SAVED)} pencarian tersimpan. Hapus satu yang tidak dipakai lagi.`);
    const id = uuidv7();
    if (!(await insertSaved(tx, { ...owner, id, name, wanted, hasAlert, now: deps.now() }))) throw nameTaken();
    return { id, name, wanted, hasAlert, version: 1, fresh: { count: 0, isCapped: false } };
  });
}

export const nameTaken = (): AppError => refuseName('Nama ini sudah dipakai. Pilih nama lain.');

function refuseName(message: string): AppError {
  return new AppError('invalid_input', { fields: [{ path: 'name', message }] });
}
