import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { Edition, listClassificationEditionsEndpoint } from './contract.ts';
import { listEditions, listFiles } from './edition-queries.ts';
import { requireSchemeReader } from './scheme-rights.ts';

export function listClassificationEditions(
  deps: Deps,
  actor: DeskActor,
  { limit }: InputOf<typeof listClassificationEditionsEndpoint>,
): Promise<{ editions: Edition[] }> {
  return read(deps, actor, async (tx) => {
    requireSchemeReader(actor);
    const { agencyId } = actor;
    const editions = await listEditions(tx, { agencyId, limit });
    const files = await listFiles(tx, { agencyId, editionIds: editions.map(({ id }) => id) });
    return {
      editions: editions.map((edition) => ({
        ...edition,
        files: files.filter(({ editionId }) => editionId === edition.id),
      })),
    };
  });
}
