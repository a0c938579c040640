import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { requireUnit } from '../incoming/registry-rights.ts';
import { findContactsLike, listUsedContacts } from './contact-queries.ts';
import type { listContactsEndpoint } from './contract.ts';

const MOST = 12;

/** Senders that the words may mean, also misspelt; without words those that write most. */
export async function listContacts(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof listContactsEndpoint>,
): Promise<OutputOf<typeof listContactsEndpoint>> {
  requireUnit(actor, 'receive');
  const query = { agencyId: actor.agencyId, limit: MOST };
  return read(deps, actor, async (tx) => ({
    contacts:
      input.q === '' ? await listUsedContacts(tx, query) : await findContactsLike(tx, { ...query, words: input.q }),
  }));
}
