import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { readCursor, writeCursor } from '../keyset.ts';
import type { listLettersEndpoint } from './contract.ts';
import { countLettersInBox, listLettersInBox } from './list-queries.ts';

/** One page of a box of this desk, newest change first. */
export function listLetters(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof listLettersEndpoint>,
): Promise<OutputOf<typeof listLettersEndpoint>> {
  const after = readCursor(input.after);
  const desk = { agencyId: actor.agencyId, positionId: actor.positionId, box: input.box };
  return read(deps, actor, async (tx) => {
    const rows = await listLettersInBox(tx, {
      ...desk,
      afterAt: after?.at ?? null,
      afterId: after?.id ?? null,
      limit: input.limit + 1,
    });
    const items = rows.slice(0, input.limit);
    const last = items.at(-1);
    return {
      items,
      next: rows.length > input.limit && last ? writeCursor({ at: last.cursorAt, id: last.id }) : null,
      total: await countLettersInBox(tx, desk),
    };
  });
}
