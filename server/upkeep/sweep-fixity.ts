import type { Deps } from '../deps.ts';
import { listUnmirroredBlobs, setBlobsMirrored } from './blob-queries.ts';
import { checkBlobs } from './check-blobs.ts';
import { forEachAgency } from './for-each-agency.ts';

const DAY_MS = 24 * 3_600_000;
/** Every blob within 180 days is the promise; what is due after 150 leaves room for a machine that stands still. */
const CHECK_AFTER_MS = 150 * DAY_MS;
const PACE = { restFactor: 4, forMs: 300_000 };
const BATCH = 200;

/** Re-hashes stored bytes at low pace, a fifth of the time at most. */
export async function sweepFixity(deps: Deps): Promise<void> {
  await forEachAgency(deps, async (agencyId) => {
    await checkBlobs(deps, agencyId, { ...PACE, since: new Date(deps.now().getTime() - CHECK_AFTER_MS) });
  });
}

/** Copies new bytes into the second store; what cannot be copied waits. */
export async function sweepMirror(deps: Deps): Promise<void> {
  if (!deps.files.isMirrored) return;
  await forEachAgency(deps, async (agencyId) => {
    for (;;) {
      const waiting = await deps.db.transaction({ agencyId }, (tx) => listUnmirroredBlobs(tx, agencyId, BATCH));
      const hashes: string[] = [];
      for (const sha256 of waiting) if (await isMirrored(deps, agencyId, sha256)) hashes.push(sha256);
      await deps.db.transaction({ agencyId }, (tx) => setBlobsMirrored(tx, { agencyId, hashes, now: deps.now() }));
      if (hashes.length < BATCH) return;
    }
  });
}

async function isMirrored(deps: Deps, agencyId: string, sha256: string): Promise<boolean> {
  try {
    await deps.files.mirror(agencyId, sha256);
    return true;
  } catch (error) {
    deps.log.warn({ err: error, agencyId, sha256 }, 'bytes could not be copied to the second store');
    return false;
  }
}
