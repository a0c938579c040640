import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { loadPublicHolidays } from '../letters/load-public-holidays.ts';
import { loadCalendar } from '../organisation/calendar.ts';
import { formatDate } from '../pdf/format-date.ts';
import { checkDue } from './check-due.ts';
import { setDue } from './command-queries.ts';
import type { DispositionItem, setDispositionDueEndpoint } from './contract.ts';
import { itemCommand } from './item-command.ts';
import type { LoadedItem } from './load-tree.ts';
import { dispositionEvent, tellDesks } from './tell-desks.ts';
import { isPending, listBeneath } from './visible-items.ts';

/** Another deadline; none means that of the disposition above, if it has one. */
export async function setDispositionDue(
  deps: Deps,
  actor: DeskActor,
  { itemId, version, dueDate }: InputOf<typeof setDispositionDueEndpoint>,
): Promise<DispositionItem> {
  const isNational = await loadPublicHolidays();
  return itemCommand(deps, actor, { itemId, version, action: 'set_due', part: 'giver' }, async (tx, loaded) => {
    const { tree, item } = loaded;
    const { agencyId } = actor;
    const calendar = await loadCalendar(tx, agencyId, isNational);
    const parentDueDate = tree.items.find(({ id }) => id === item.parentItemId)?.dueDate ?? null;
    const due = checkDue({ dueDate, parentDueDate, today: tree.date, path: 'dueDate' }, calendar);
    refuseBeforeChildren(loaded, due.dueDate);
    await setDue(tx, { agencyId, id: itemId, ...due, isResumed: false });
    const positionIds = [item.positionId];
    const text =
      due.dueDate === null ? 'Tenggat disposisi dihapus' : `Tenggat disposisi menjadi ${formatDate(due.dueDate)}`;
    await tellDesks(tx, tree.row, {
      agencyId,
      positionIds,
      kind: 'disposition.due_changed',
      itemId,
      text,
      now: deps.now(),
    });
    const facts = { itemId, positionId: item.positionId, from: item.dueDate, to: due.dueDate };
    return [dispositionEvent(tree.row, 'disposition.due_changed', facts)];
  });
}

function refuseBeforeChildren({ tree, item }: LoadedItem, dueDate: string | null): void {
  if (dueDate === null) return;
  const dates = listBeneath(tree.items, item.id).flatMap((child) => (isPending(child) ? (child.dueDate ?? []) : []));
  const latest = dates.sort().at(-1);
  if (latest === undefined || latest <= dueDate) return;
  throw new AppError('invalid_input', {
    fields: [
      {
        path: 'dueDate',
        message: `Disposisi lanjutan bertenggat ${formatDate(latest)}. Pilih hari itu atau sesudahnya.`,
      },
    ],
  });
}
