import { read } from '../command.ts';
import type { OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { listLetters } from '../letters/list-letters.ts';
import { today } from '../organisation/directory.ts';
import { savingsOfMonths } from '../reports/savings-of-months.ts';
import type { getHomeEndpoint } from './contract.ts';
import { countForDesk } from './get-counts.ts';
import { chooseNext, describeTask } from './order-tasks.ts';
import { listPressingTasks } from './queries.ts';

type Home = OutputOf<typeof getHomeEndpoint>;

const DEADLINES_SHOWN = 5;
const DRAFTS_SHOWN = 5;
const TASKS_WEIGHED = 500;
const MONTHS_SHOWN = 6;

/** Beranda: what waits for the desk, and what its OPD saved this month. */
export async function getHome(deps: Deps, actor: DeskActor): Promise<Home> {
  const desk = { agencyId: actor.agencyId, positionId: actor.positionId };
  const { items: drafts } = await listLetters(deps, actor, { box: 'drafts', limit: DRAFTS_SHOWN });
  return read(deps, actor, async (tx) => {
    const { date } = await today(tx, deps, actor.agencyId);
    const counts = await countForDesk(tx, deps, actor);
    const tasks = await listPressingTasks(tx, { ...desk, limit: TASKS_WEIGHED });
    const next = chooseNext(tasks, date);
    return {
      counts,
      next: next ? describeTask(next) : null,
      taskCount: counts.incomingOpen + counts.dispositionsOpen + counts.toInitial + counts.toSign + counts.returned,
      deadlines: tasks
        .filter((task) => task.dueDate !== null)
        .slice(0, DEADLINES_SHOWN)
        .map(describeTask),
      drafts,
      savings: await savingsOfMonths(tx, actor, { date, months: MONTHS_SHOWN }),
    };
  });
}
