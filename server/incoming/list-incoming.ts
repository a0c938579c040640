import { z } from 'zod';
import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { listIncomingEndpoint } from './contract.ts';
import { countInbox, type Inbox, listInbox, type ListRow } from './queries.ts';

const Cursor = z.tuple([z.string().min(1), z.uuid()]);

/** The desk's inbox, newest first. */
export function listIncoming(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof listIncomingEndpoint>,
): Promise<OutputOf<typeof listIncomingEndpoint>> {
  const [afterAt, afterId] = readCursor(input.after);
  const inbox = inboxOf(actor);
  return read(deps, actor, async (tx) => {
    const rows = await listInbox(tx, { ...inbox, tab: input.tab, afterAt, afterId, limit: input.limit + 1 });
    const items = rows.slice(0, input.limit);
    const last = items.at(-1);
    return {
      items,
      next: rows.length > input.limit && last ? writeCursor(last) : null,
      counts: await countInbox(tx, inbox),
    };
  });
}

function inboxOf(actor: DeskActor): Inbox {
  const registryUnitIds = actor.roles.filter((held) => held.role === 'registry').map((held) => held.unitId);
  return { agencyId: actor.agencyId, positionId: actor.positionId, registryUnitIds };
}

function writeCursor(row: ListRow): string {
  return Buffer.from(JSON.stringify([row.cursorAt, row.id])).toString('base64url');
}

function readCursor(after: string | undefined): [string, string] | [null, null] {
  if (after === undefined) return [null, null];
  try {
    const [at, id] = Cursor.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
    if (Number.isNaN(Date.parse(at))) throw new RangeError(at);
    return [at, id];
  } catch {
    throw new AppError('invalid_input', { fields: [{ path: 'after', message: 'Penanda halaman tidak dikenal.' }] });
  }
}
