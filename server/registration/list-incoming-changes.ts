import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { eventSubject } from '../incoming/event-subject.ts';
import { loadIncoming } from '../incoming/load-incoming.ts';
import { recordView } from '../letters/record-view.ts';
import type { listIncomingChangesEndpoint } from './contract.ts';
import { listChanges } from './registration-queries.ts';

export function listIncomingChanges(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof listIncomingChangesEndpoint>,
): Promise<OutputOf<typeof listIncomingChangesEndpoint>> {
  return read(deps, actor, async (tx) => {
    const { row } = await loadIncoming(tx, actor, input.incomingId);
    const changes = await listChanges(tx, { agencyId: actor.agencyId, incomingId: row.id });
    const letter = { id: eventSubject(row), securityClass: row.securityClass };
    await recordView(tx, deps, actor, { letter, detail: { incomingId: row.id, part: 'changes' } });
    return { changes };
  });
}
