import type { Deps } from '../deps.ts';
import { releaseBlobs } from '../files/files.ts';
import { forEachAgency } from '../upkeep/for-each-agency.ts';
import { expireExports } from './export-queries.ts';

/** Lets go of packages whose time is over; the blob sweep removes their bytes. */
export async function sweepExports(deps: Deps): Promise<void> {
  await forEachAgency(deps, (agencyId) =>
    deps.db.transaction({ agencyId }, async (tx) => {
      for (const id of await expireExports(tx, agencyId, deps.now()))
        await releaseBlobs(tx, { agencyId, kind: 'export', id });
    }),
  );
}
