import { recordEvents } from '../audit/record-events.ts';
import { businessDate } from '../business-time.ts';
import type { Deps, SystemActor } from '../deps.ts';
import { addWorkingDays } from '../dispositions/deadlines.ts';
import { startOfDay } from '../letters/office-hours.ts';
import { loadPublicHolidays } from '../letters/load-public-holidays.ts';
import { loadCalendar } from '../organisation/calendar.ts';
import { forEachAgency } from '../upkeep/for-each-agency.ts';
import { loadFilingSetting } from './filing-setting.ts';
import { placeCertain } from './place-certain.ts';
import { listCertain } from './record-queries.ts';

const BATCH = 200;
/** Of one agency in one run; the next run goes on. */
const MOST_BATCHES = 25;

/** Files certain proposals that nobody touched for the days of the setting, so that the queue is empty by default. */
export async function sweepFiling(deps: Deps): Promise<void> {
  const isNational = await loadPublicHolidays();
  await forEachAgency(deps, async (agencyId) => {
    const before = await findCutoff(deps, agencyId, isNational);
    for (let batch = 0; before !== undefined && batch < MOST_BATCHES; batch += 1)
      if ((await fileBatch(deps, agencyId, before)) < BATCH) return;
  });
}

/** What came in before this moment has waited long enough; undefined when nothing is filed by itself. */
function findCutoff(deps: Deps, agencyId: string, isNational: (date: string) => boolean): Promise<Date | undefined> {
  return deps.db.transaction({ agencyId }, async (tx) => {
    const { fileAfterDays } = await loadFilingSetting(tx, agencyId);
    if (fileAfterDays === 0) return undefined;
    const calendar = await loadCalendar(tx, agencyId, isNational);
    const { date } = businessDate(deps.now(), calendar.timeZone);
    // Days count from the day after it came in, so that today is the last of them.
    return startOfDay(addWorkingDays(date, 1 - fileAfterDays, calendar), calendar);
  });
}

function fileBatch(deps: Deps, agencyId: string, before: Date): Promise<number> {
  const actor: SystemActor = { kind: 'system', agencyId, job: 'filing.sweep' };
  return deps.db.transaction({ agencyId }, async (tx) => {
    const proposals = await listCertain(tx, { agencyId, unitIds: null, before, limit: BATCH });
    const { accepted, events } = await placeCertain(tx, deps, { agencyId, proposals, by: null });
    await recordEvents(tx, deps, actor, events);
    return accepted;
  });
}
