import type { Deps } from '../deps.ts';
import { forEachAgency } from './for-each-agency.ts';
import { deleteUnusedBlobs } from './queries.ts';

const KEEP_MS = 24 * 3_600_000;

/** Removes bytes that no row has referred to for a day. */
export async function sweepBlobs(deps: Deps): Promise<void> {
  const before = new Date(deps.now().getTime() - KEEP_MS);
  await forEachAgency(deps, async (agencyId) => {
    const unused = await deps.db.transaction({ agencyId }, (tx) => deleteUnusedBlobs(tx, agencyId, before));
    for (const sha256 of unused) await deps.files.remove(agencyId, sha256, before);
  });
}
