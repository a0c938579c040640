import type { Deps } from '../deps.ts';
import { forEachAgency } from './for-each-agency.ts';
import {
  deleteDoneOutbox,
  deleteExpiredSessions,
  deleteExpiredThrottles,
  deleteOldHints,
  deleteOldKeys,
} from './queries.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Removes what has served its time: sessions, counts of attempts, hints of an hour, idempotency keys of 30 days, finished outbox rows. */
export async function sweepRows(deps: Deps): Promise<void> {
  const now = deps.now();
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  await deps.db.transaction({ agencyId: null }, async (tx) => {
    await deleteExpiredSessions(tx, now);
    await deleteExpiredThrottles(tx, now);
    await deleteOldHints(tx, ago(HOUR_MS));
    await deleteDoneOutbox(tx, ago(30 * DAY_MS));
  });
  await forEachAgency(deps, (agencyId) =>
    deps.db.transaction({ agencyId }, async (tx) => {
      await deleteOldKeys(tx, agencyId, ago(30 * DAY_MS));
    }),
  );
}
