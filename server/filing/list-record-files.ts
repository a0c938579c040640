import { z } from 'zod';
import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { listRecordFilesEndpoint } from './contract.ts';
import { listFiles } from './file-queries.ts';
import { readListCursor, writeListCursor } from './list-cursor.ts';
import { scopeOf } from './scope.ts';

const Cursor = z.tuple([z.int(), z.int(), z.uuid()]);

export async function listRecordFiles(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof listRecordFilesEndpoint>,
): Promise<OutputOf<typeof listRecordFilesEndpoint>> {
  const cursor = readListCursor(input.after, Cursor);
  const after = cursor && { year: cursor[0], number: cursor[1], id: cursor[2] };
  const { q: words, code = null, exactCode = null, status = null, limit } = input;
  return read(deps, actor, async (tx) => {
    const filter = { words, code, exactCode, status, after, limit: limit + 1 };
    const rows = await listFiles(tx, scopeOf(actor), filter);
    const files = rows.slice(0, limit);
    const last = rows.length > limit ? files.at(-1) : undefined;
    return { files, next: last ? writeListCursor([last.year, last.number, last.id]) : null };
  });
}
