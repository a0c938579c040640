import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { readCursor, writeCursor } from '../keyset.ts';
import type { listUnfiledEndpoint } from './contract.ts';
import { describeUnfiled } from './describe-item.ts';
import { loadFilingSetting } from './filing-setting.ts';
import { countUnfiled, listUnfiled as listWaiting } from './record-queries.ts';
import { requireArchivist } from './scope.ts';

/** What waits for the archivist, newest first. */
export async function listUnfiled(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof listUnfiledEndpoint>,
): Promise<OutputOf<typeof listUnfiledEndpoint>> {
  const unitIds = requireArchivist(actor);
  const after = readCursor(input.after);
  const { agencyId, positionId } = actor;
  return read(deps, actor, async (tx) => {
    const wanted = { agencyId, positionId, unitIds, afterAt: after?.at ?? null, afterId: after?.id ?? null };
    const rows = await listWaiting(tx, { ...wanted, limit: input.limit + 1 });
    const { total, certain } = await countUnfiled(tx, { agencyId, unitIds });
    const { fileAfterDays } = await loadFilingSetting(tx, agencyId);
    const shown = rows.slice(0, input.limit);
    const last = rows.length > input.limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(describeUnfiled),
      next: last ? writeCursor({ at: last.cursorAt, id: last.id }) : null,
      total,
      certainCount: certain,
      fileAfterDays,
    };
  });
}
