import { read } from '../command.ts';
import type { OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { listLoadsEndpoint } from './contract.ts';
import { demandAdmin } from './demand-admin.ts';
import { listLoadJobs, listOpds } from './load-queries.ts';

export async function listLoads(deps: Deps, actor: DeskActor): Promise<OutputOf<typeof listLoadsEndpoint>> {
  demandAdmin(actor);
  return read(deps, actor, async (tx) => ({
    loads: await listLoadJobs(tx, actor.agencyId),
    units: await listOpds(tx, actor.agencyId),
  }));
}
