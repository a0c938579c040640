import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { requireUnit, unitsServed } from '../incoming/registry-rights.ts';
import { readCursor, writeCursor } from '../keyset.ts';
import type { listIntakeEndpoint } from './contract.ts';
import { listMailProblems } from './mail-queries.ts';
import { countQueue, listQueue } from './queries.ts';

/** The scan queue of the units whose registry this desk is, oldest first. */
export async function listIntake(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof listIntakeEndpoint>,
): Promise<OutputOf<typeof listIntakeEndpoint>> {
  requireUnit(actor, 'receive');
  const after = readCursor(input.after);
  const engine = await deps.ocrEngine;
  return read(deps, actor, async (tx) => {
    const scope = { agencyId: actor.agencyId, unitIds: unitsServed(actor, 'receive') };
    const place = { afterAt: after?.at ?? null, afterId: after?.id ?? null, limit: input.limit + 1 };
    const rows = await listQueue(tx, { ...scope, ...place });
    const shown = rows.slice(0, input.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ cursorAt: _at, ...item }) => item),
      next: rows.length > input.limit && last ? writeCursor({ at: last.cursorAt, id: last.id }) : null,
      total: await countQueue(tx, scope),
      mailProblems: await listMailProblems(tx, scope),
      engine: engine.name,
    };
  });
}
