import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { listPublicHolidays, loadPublicHolidays, type PublicHoliday } from '../letters/load-public-holidays.ts';
import { type AgencyCalendar, loadCalendar } from '../organisation/calendar.ts';
import { desksInOrder } from '../organisation/directory.ts';
import type { DispositionOptions, getDispositionOptionsEndpoint } from './contract.ts';
import { addWorkingDays, DEFAULT_WORKING_DAYS, dueChoices, earlier } from './deadlines.ts';
import { resolveGiver } from './giver.ts';
import { listUsedInstructions } from './line-queries.ts';
import { loadAnyTree } from './load-tree.ts';
import { loadWordings } from './load-wordings.ts';
import { rankRecipients } from './rank-recipients.ts';

const DAY_MS = 86_400_000;
const HISTORY_DAYS = 180;
const HALF_LIFE_DAYS = 30;
const HOLIDAY_YEARS = 2;

/** Everything the disposition sheet needs, also without connection: recipients and wordings by use, working days, holidays. */
export async function getDispositionOptions(
  deps: Deps,
  actor: DeskActor,
  { incomingId, itemId }: InputOf<typeof getDispositionOptionsEndpoint>,
): Promise<DispositionOptions> {
  const isNational = await loadPublicHolidays();
  const national = await listPublicHolidays(yearsFrom(deps.now()));
  return read(deps, actor, async (tx) => {
    const tree = await loadAnyTree(tx, deps, actor, { incomingId, isLocked: false });
    const giver = resolveGiver(tree, itemId ?? null);
    const { agencyId } = actor;
    const { positionId } = giver;
    const calendar = await loadCalendar(tx, agencyId, isNational);
    const now = deps.now();
    const since = new Date(now.getTime() - HISTORY_DAYS * DAY_MS);
    const history = { agencyId, positionId, now, since, halfLifeDays: HALF_LIFE_DAYS };
    const [desk] = await desksInOrder(tx, agencyId, tree.date, [positionId]);
    const recipients = await rankRecipients(tx, { ...history, date: tree.date });
    const instructions = await rankInstructions(tx, history);
    const latestDueDate = giver.parent?.dueDate ?? null;
    const usual = addWorkingDays(tree.date, DEFAULT_WORKING_DAYS[tree.row.handlingGrade], calendar);
    return {
      giver: desk ?? { positionId, title: '', shortTitle: '', unitName: '', holderName: null, actingKind: null },
      onInstruction: giver.onInstruction,
      recipients,
      instructions,
      defaultInstruction: instructions[0]?.wording ?? '',
      dueChoices: dueChoices(tree.date, calendar, latestDueDate),
      defaultDueDate: earlier(usual, latestDueDate),
      latestDueDate,
      holidays: holidaysFrom(tree.date, national, calendar),
    };
  });
}

/** The master list of the giver's group, most used first; what is not in the list any more is not offered. */
async function rankInstructions(
  tx: Tx,
  history: Parameters<typeof listUsedInstructions>[1],
): Promise<DispositionOptions['instructions']> {
  const wordings = await loadWordings(tx, history);
  const used = new Map((await listUsedInstructions(tx, history)).map((row) => [row.wording, row]));
  return wordings
    .map((wording) => ({
      wording,
      timesChosen: used.get(wording)?.timesChosen ?? 0,
      weight: used.get(wording)?.weight ?? 0,
    }))
    .sort((left, right) => right.weight - left.weight)
    .map(({ wording, timesChosen }) => ({ wording, timesChosen }));
}

function yearsFrom(now: Date): string[] {
  return Array.from({ length: HOLIDAY_YEARS }, (_, index) => String(now.getUTCFullYear() + index));
}

function holidaysFrom(
  today: string,
  national: readonly PublicHoliday[],
  { ownDays }: AgencyCalendar,
): DispositionOptions['holidays'] {
  const own = new Map(ownDays.map((day) => [day.date, day]));
  const kept = national.filter(({ date }) => own.get(date) === undefined);
  const added = ownDays.filter(({ isOff }) => isOff).map(({ date, name }) => ({ date, name }));
  return [...kept, ...added]
    .filter(({ date }) => date >= today)
    .sort((left, right) => left.date.localeCompare(right.date));
}
