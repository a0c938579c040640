import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { readCursor, writeCursor } from '../keyset.ts';
import { today } from '../organisation/directory.ts';
import type { listDueFilesEndpoint } from './contract.ts';
import { countDue, listDue } from './file-queries.ts';

const MOST_COUNTED = 1000;

/** Files whose retention is over, earliest first; held ones are shown and not counted. */
export async function listDueFiles(
  deps: Deps,
  actor: DeskActor,
  { kind, after, limit }: InputOf<typeof listDueFilesEndpoint>,
): Promise<OutputOf<typeof listDueFilesEndpoint>> {
  const unitIds = actor.roles.filter(({ role }) => role === 'archivist').map(({ unitId }) => unitId);
  if (unitIds.length === 0)
    throw new AppError('forbidden', { detail: 'Daftar jatuh retensi hanya untuk arsiparis unit kearsipan.' });
  const cursor = readCursor(after);
  return read(deps, actor, async (tx) => {
    const { agencyId } = actor;
    const { date } = await today(tx, deps, agencyId);
    const place = { afterDate: cursor?.at ?? null, afterId: cursor?.id ?? null };
    const rows = await listDue(tx, { agencyId, unitIds, kind, today: date, ...place, limit: limit + 1 });
    const files = rows.slice(0, limit);
    const last = rows.length > limit ? files.at(-1) : undefined;
    const count = { agencyId, unitIds, today: date, cap: MOST_COUNTED };
    return {
      files,
      next: last?.dueOn ? writeCursor({ at: last.dueOn, id: last.fileId }) : null,
      counts: {
        transfer: await countDue(tx, count, 'transfer'),
        destruction: await countDue(tx, count, 'destruction'),
        handover: await countDue(tx, count, 'handover'),
        review: await countDue(tx, count, 'review'),
      },
    };
  });
}
