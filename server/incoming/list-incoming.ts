import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { readCursor, writeCursor } from '../keyset.ts';
import type { countIncomingEndpoint, listIncomingEndpoint } from './contract.ts';
import { countInbox, listInbox } from './queries.ts';

/** The desk's inbox, newest first: one query a page. */
export function listIncoming(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof listIncomingEndpoint>,
): Promise<OutputOf<typeof listIncomingEndpoint>> {
  const after = readCursor(input.after);
  return read(deps, actor, async (tx) => {
    const rows = await listInbox(tx, {
      agencyId: actor.agencyId,
      positionId: actor.positionId,
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
    };
  });
}

export function countIncoming(deps: Deps, actor: DeskActor): Promise<OutputOf<typeof countIncomingEndpoint>> {
  return read(deps, actor, (tx) => countInbox(tx, actor));
}
