import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { listIncomingChangesEndpoint } from './contract.ts';
import { loadIncoming } from './load-incoming.ts';
import { listChanges } from './registration-queries.ts';

export function listIncomingChanges(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof listIncomingChangesEndpoint>,
): Promise<OutputOf<typeof listIncomingChangesEndpoint>> {
  return read(deps, actor, async (tx) => {
    const { row } = await loadIncoming(tx, actor, input.incomingId);
    return { changes: await listChanges(tx, { agencyId: actor.agencyId, incomingId: row.id }) };
  });
}
