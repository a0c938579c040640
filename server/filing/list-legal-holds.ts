import { read } from '../command.ts';
import type { OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { listLegalHoldsEndpoint } from './contract.ts';
import { listHolds } from './hold-queries.ts';
import { requireArchivist } from './scope.ts';

export async function listLegalHolds(deps: Deps, actor: DeskActor): Promise<OutputOf<typeof listLegalHoldsEndpoint>> {
  const unitIds = requireArchivist(actor);
  return read(deps, actor, async (tx) => ({ holds: await listHolds(tx, { agencyId: actor.agencyId, unitIds }) }));
}
