import { read } from '../command.ts';
import type { OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { listExportsEndpoint } from './contract.ts';
import { listExportsOf } from './export-queries.ts';

export function listExports(deps: Deps, actor: DeskActor): Promise<OutputOf<typeof listExportsEndpoint>> {
  return read(deps, actor, async (tx) => ({ exports: await listExportsOf(tx, actor) }));
}
