import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { readCursor, writeCursor } from '../keyset.ts';
import type { listIncomingEndpoint } from './contract.ts';
import { countInbox, type Inbox, listInbox } from './queries.ts';

/** The desk's inbox, newest first. */
export function listIncoming(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof listIncomingEndpoint>,
): Promise<OutputOf<typeof listIncomingEndpoint>> {
  const after = readCursor(input.after);
  const inbox = inboxOf(actor);
  return read(deps, actor, async (tx) => {
    const rows = await listInbox(tx, {
      ...inbox,
      tab: input.tab,
      afterAt: after?.at ?? null,
      afterId: after?.id ?? null,
      limit: input.limit + 1,
    });
    const items = rows.slice(0, input.limit);
    const last = items.at(-1);
    return {
      items,
      next: rows.length > input.limit && last ? writeCursor({ at: last.cursorAt, id: last.id }) : null,
      counts: await countInbox(tx, inbox),
    };
  });
}

function inboxOf(actor: DeskActor): Inbox {
  const registryUnitIds = actor.roles.filter((held) => held.role === 'registry').map((held) => held.unitId);
  return { agencyId: actor.agencyId, positionId: actor.positionId, registryUnitIds };
}
