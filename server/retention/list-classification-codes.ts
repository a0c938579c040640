import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { listClassificationCodesEndpoint } from './contract.ts';
import { requireSchemeReader } from './scheme-rights.ts';
import { listChildren, searchNodes } from './tree-queries.ts';

const MOST = { below: 1000, found: 100 };

/** Words search the whole scheme; without them the codes directly below one are listed. */
export function listClassificationCodes(
  deps: Deps,
  actor: DeskActor,
  { parentCode, q }: InputOf<typeof listClassificationCodesEndpoint>,
): Promise<OutputOf<typeof listClassificationCodesEndpoint>> {
  return read(deps, actor, async (tx) => {
    requireSchemeReader(actor);
    const { agencyId } = actor;
    const limit = q === '' ? MOST.below : MOST.found;
    const found =
      q === ''
        ? await listChildren(tx, { agencyId, parentCode: parentCode ?? null, limit: limit + 1 })
        : await searchNodes(tx, { agencyId, words: q, limit: limit + 1 });
    return { codes: found.slice(0, limit), hasMore: found.length > limit };
  });
}
