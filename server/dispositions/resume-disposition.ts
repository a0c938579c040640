import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { loadPublicHolidays } from '../letters/load-public-holidays.ts';
import { loadCalendar } from '../organisation/calendar.ts';
import { dueOf } from './check-due.ts';
import { setDue } from './command-queries.ts';
import type { DispositionItem, resumeDispositionEndpoint } from './contract.ts';
import { itemCommand } from './item-command.ts';
import { planResume } from './plan-resume.ts';
import { dispositionEvent, tellDesks } from './tell-desks.ts';

/** Lets the clock of an item run again, with those stopped together with it; deadlines move by the working days it stood. */
export async function resumeDisposition(
  deps: Deps,
  actor: DeskActor,
  { itemId, version }: InputOf<typeof resumeDispositionEndpoint>,
): Promise<DispositionItem> {
  const isNational = await loadPublicHolidays();
  return itemCommand(deps, actor, { itemId, version, action: 'resume', part: 'giver' }, async (tx, { tree, item }) => {
    if (item.pausedSince === null) throw new AppError('wrong_state', { detail: 'Waktu disposisi ini sudah berjalan.' });
    const { agencyId } = actor;
    const calendar = await loadCalendar(tx, agencyId, isNational);
    const resumed = planResume(tree.items, item, { today: tree.date, calendar });
    for (const { id, dueDate } of resumed)
      await setDue(tx, { agencyId, id, ...dueOf(dueDate, calendar), isResumed: true });
    const positionIds = resumed.map(({ positionId }) => positionId);
    const text = 'Waktu disposisi berjalan lagi';
    await tellDesks(tx, tree.row, {
      agencyId,
      positionIds,
      kind: 'disposition.resumed',
      itemId,
      text,
      now: deps.now(),
    });
    const dueDates = resumed.map(({ id, dueDate }) => ({ itemId: id, dueDate }));
    return [dispositionEvent(tree.row, 'disposition.resumed', { itemId, positionId: item.positionId, dueDates })];
  });
}
