import { z } from 'zod';
import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { listBoxes } from './box-queries.ts';
import type { listStorageBoxesEndpoint } from './contract.ts';
import { readListCursor, writeListCursor } from './list-cursor.ts';
import { requireArchivist } from './scope.ts';

const Cursor = z.tuple([z.string(), z.uuid()]);

export async function listStorageBoxes(
  deps: Deps,
  actor: DeskActor,
  { q: words, after, limit }: InputOf<typeof listStorageBoxesEndpoint>,
): Promise<OutputOf<typeof listStorageBoxesEndpoint>> {
  const unitIds = requireArchivist(actor);
  const [afterCode, afterId] = readListCursor(after, Cursor) ?? [null, null];
  return read(deps, actor, async (tx) => {
    const { agencyId } = actor;
    const rows = await listBoxes(tx, { agencyId, unitIds, words, afterCode, afterId, limit: limit + 1 });
    const boxes = rows.slice(0, limit);
    const last = rows.length > limit ? boxes.at(-1) : undefined;
    return { boxes, next: last ? writeListCursor([last.code, last.id]) : null };
  });
}
