import type { Deps } from '../deps.ts';
import { forEachAgency } from '../upkeep/for-each-agency.ts';
import { deleteUnclaimed } from './files-queries.ts';

const KEEP_MS = 24 * 3_600_000;

/** Removes uploads of which no command made use within a day. */
export async function sweepDispositionFiles(deps: Deps): Promise<void> {
  const before = new Date(deps.now().getTime() - KEEP_MS);
  await forEachAgency(deps, (agencyId) =>
    deps.db.transaction({ agencyId }, (tx) => deleteUnclaimed(tx, { agencyId, before })),
  );
}
