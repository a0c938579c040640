import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { listFileItemsEndpoint } from './contract.ts';
import { describeItem } from './describe-item.ts';
import { loadFile } from './load-file.ts';
import { listFileItems as listItems } from './record-queries.ts';

export function listFileItems(
  deps: Deps,
  actor: DeskActor,
  { fileId, after, limit }: InputOf<typeof listFileItemsEndpoint>,
): Promise<OutputOf<typeof listFileItemsEndpoint>> {
  return read(deps, actor, async (tx) => {
    const { isArchivist } = await loadFile(tx, actor, fileId);
    const { agencyId, positionId } = actor;
    const rows = await listItems(tx, { agencyId, positionId, fileId, isArchivist, after, limit: limit + 1 });
    const items = rows.slice(0, limit).map(describeItem);
    return { items, next: rows.length > limit ? String(items.at(-1)?.ordinal ?? '') : null };
  });
}
