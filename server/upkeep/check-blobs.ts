import { setTimeout as sleep } from 'node:timers/promises';
import { recordEvents } from '../audit/record-events.ts';
import type { Deps } from '../deps.ts';
import type { BlobState } from '../files/check-blob.ts';
import { listUncheckedBlobs, listUnsoundBlobs, setBlobChecked } from './blob-queries.ts';

export type FixityTally = Record<BlobState, number>;

export interface CheckPace {
  /** Blobs checked after this moment are left for later. */
  since: Date;
  /** Rests this many times as long as a check took. */
  restFactor: number;
  /** Stops after so long; the rest waits for the next time. */
  forMs: number;
}

const ACTIONS: Record<Exclude<BlobState, 'sound'>, string> = {
  repaired: 'fixity.repaired',
  damaged: 'fixity.damaged',
  missing: 'fixity.missing',
};
const BATCH = 200;
const DAY_MS = 24 * 3_600_000;

/** Compares the agency's stored bytes with their hashes, longest unchecked first; what changed becomes an event. */
export async function checkBlobs(deps: Deps, agencyId: string, pace: CheckPace): Promise<FixityTally> {
  const tally: FixityTally = { sound: 0, repaired: 0, damaged: 0, missing: 0 };
  const deadline = Date.now() + pace.forMs;
  const again = new Date(Math.max(deps.now().getTime() - DAY_MS, pace.since.getTime()));
  const unsound = await deps.db.transaction({ agencyId }, (tx) => listUnsoundBlobs(tx, agencyId, again));
  let waiting = unsound;
  while (Date.now() < deadline) {
    for (const sha256 of waiting) {
      const startedAt = Date.now();
      const state = await checkOne(deps, agencyId, sha256);
      if (state) tally[state] += 1;
      if (pace.restFactor > 0) await sleep((Date.now() - startedAt) * pace.restFactor);
      if (Date.now() >= deadline) return tally;
    }
    waiting = await deps.db.transaction({ agencyId }, (tx) => listUncheckedBlobs(tx, agencyId, pace.since, BATCH));
    if (waiting.length === 0) return tally;
  }
  return tally;
}

async function checkOne(deps: Deps, agencyId: string, sha256: string): Promise<BlobState | undefined> {
  const state = await deps.files.check(agencyId, sha256);
  const condition = state === 'repaired' ? 'sound' : state;
  return deps.db.transaction({ agencyId }, async (tx) => {
    const checked = { agencyId, sha256, condition, isRepaired: state === 'repaired', now: deps.now() } as const;
    const before = await setBlobChecked(tx, checked);
    if (before === undefined) return undefined;
    if (state === 'sound' || before === state) return state;
    deps.log.error({ agencyId, sha256, state }, 'stored bytes did not match their hash');
    const actor = { kind: 'system', agencyId, job: 'fixity' } as const;
    await recordEvents(tx, deps, actor, [{ action: ACTIONS[state], detail: { sha256 } }]);
    return state;
  });
}
