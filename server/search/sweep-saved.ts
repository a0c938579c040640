import { businessDate } from '../business-time.ts';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import { notify } from '../notifications/notify.ts';
import { findTimeZone } from '../organisation/directory.ts';
import { forEachAgency } from '../upkeep/for-each-agency.ts';
import { countFresh } from './count-fresh.ts';
import { type AlertRow, listAlerts, setAlerted } from './saved-queries.ts';
import { openSearch } from './search-scope.ts';

const BATCH = 50;
/** A notice says at most this often that a search has found something. */
const PAUSE_MS = 15 * 60_000;

/** Tells desks that a kept search finds more, with the rights the desk has at that time. */
export async function sweepSaved(deps: Deps): Promise<void> {
  await forEachAgency(deps, async (agencyId) => {
    const now = deps.now();
    const alerts = await deps.db.transaction({ agencyId }, async (tx) => {
      const { date: today } = businessDate(now, await findTimeZone(tx, agencyId));
      return listAlerts(tx, { agencyId, before: new Date(now.getTime() - PAUSE_MS), now, today, limit: BATCH });
    });
    for (const alert of alerts) {
      // One that takes too long is asked again in a later run; the others get theirs.
      const warn = (error: unknown) =>
        deps.log.warn({ err: error, savedId: alert.id }, 'a saved search was not looked into');
      // It goes behind the others, so that a few slow ones never fill every run.
      const putBehind = async (error: unknown) => {
        warn(error);
        const { id, alertedAt } = alert;
        await deps.db.transaction({ agencyId }, (tx) => setAlerted(tx, { agencyId, id, alertedAt, now }));
      };
      await deps.db
        .transaction({ agencyId }, (tx) => tell(tx, deps, { agencyId, alert, now }))
        .catch(putBehind)
        .catch(warn);
    }
  });
}

async function tell(
  tx: Tx,
  deps: Deps,
  { agencyId, alert, now }: { agencyId: string; alert: AlertRow; now: Date },
): Promise<void> {
  const { id, name, wanted, alertedAt, personId, desk } = alert;
  if (!(await setAlerted(tx, { agencyId, id, alertedAt, now })) || desk === null) return;
  const searcher = { ...desk, agencyId, personId };
  const scope = await openSearch(tx, deps, searcher);
  const { count, isCapped } = await countFresh(tx, searcher, scope, { wanted, since: alertedAt });
  if (count === 0) return;
  await notify(tx, {
    agencyId,
    positionIds: [desk.positionId],
    kind: 'search.found',
    letterId: null,
    path: `/arsip?simpanan=${id}`,
    text: `Pencarian tersimpan “${name}”: ${String(count)}${isCapped ? '+' : ''} baru`,
    now,
  });
}
