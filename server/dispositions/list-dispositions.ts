import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { readCursor, writeCursor } from '../keyset.ts';
import { desksInOrder, today } from '../organisation/directory.ts';
import type { DispositionListItem, listDispositionsEndpoint } from './contract.ts';
import { countDeskItems, listDeskItems, type ListQuery, type ListRow, rollUpBelow } from './list-queries.ts';
import { isLate } from './visible-items.ts';

/** Stands in the cursor for "no deadline", which comes last. */
const NO_DEADLINE = '9999-12-31T00:00:00Z';

type List = InputOf<typeof listDispositionsEndpoint>;

/** Dispositions at a desk or given by it: one query a page, then the roll-up of what is shown. */
export function listDispositions(
  deps: Deps,
  actor: DeskActor,
  input: List,
): Promise<OutputOf<typeof listDispositionsEndpoint>> {
  const cursor = readCursor(input.after);
  return read(deps, actor, async (tx) => {
    const { agencyId } = actor;
    const { date } = await today(tx, deps, agencyId);
    const positionId = input.positionId ?? actor.positionId;
    const isServed = positionId !== actor.positionId;
    if (isServed && !actor.serves.includes(positionId))
      throw new AppError('forbidden', { detail: 'Anda bukan sekretaris jabatan ini.' });
    const now = deps.now();
    const query: ListQuery = {
      agencyId,
      positionId,
      box: input.box,
      tab: input.tab,
      now,
      after: cursor === undefined ? null : { at: cursor.at === NO_DEADLINE ? null : cursor.at, id: cursor.id },
      limit: input.limit + 1,
    };
    const rows = await listDeskItems(tx, query);
    const page = rows.slice(0, input.limit);
    const below = await rollUpBelow(tx, { agencyId, itemIds: page.map(({ id }) => id), now });
    const desks = await desksInOrder(tx, agencyId, date, [...new Set(page.map((row) => row.positionId))]);
    const readerId = actor.positionId;
    const context = {
      box: input.box,
      now,
      isServed,
      readerId,
      below: new Map(below.map((row) => [row.rootId, row])),
      desks,
    };
    const last = page.at(-1);
    return {
      items: page.map((row) => describeRow(row, context)),
      next: rows.length > input.limit && last ? writeCursor(cursorOf(last, input.tab)) : null,
      counts: await countDeskItems(tx, { agencyId, positionId, box: input.box, now }),
    };
  });
}

function cursorOf(last: ListRow, tab: List['tab']): { at: string; id: string } {
  const isByDue = tab === 'open' || tab === 'late';
  return { at: isByDue ? (last.cursorDue ?? NO_DEADLINE) : last.cursorReceived, id: last.id };
}

interface Context {
  box: List['box'];
  now: Date;
  /** A secretary reads the list of the official. */
  isServed: boolean;
  /** The desk that looks. */
  readerId: string;
  below: ReadonlyMap<string, { total: number; done: number; late: number }>;
  desks: readonly { positionId: string; title: string; holderName: string | null }[];
}

function describeRow(row: ListRow, context: Context): DispositionListItem {
  const { box, now } = context;
  const isTrace = box === 'mine' && row.status === 'recalled';
  const isSilent = isTrace || (context.isServed && !maySecretarySee(row, context.readerId));
  const { id, dispositionId, incomingId, status, isPic, dueDate, dueAt, isPaused, receivedAt, closedAt } = row;
  const { total, done, late } = context.below.get(id) ?? { total: 0, done: 0, late: 0 };
  return {
    ...{ id, dispositionId, incomingId, status, isPic, dueDate, dueAt, isPaused, receivedAt, closedAt },
    ...otherDesk(row, context),
    instructions: isSilent ? [] : row.instructions,
    note: isSilent ? '' : row.note,
    isLate: isLate({ ...row, pausedSince: isPaused ? '' : null }, now),
    below: { total, done, late },
    letter: letterOf(row, { isTrace, isServed: context.isServed }),
  };
}

function otherDesk(row: ListRow, { box, desks }: Context): { deskTitle: string; holderName: string } {
  if (box === 'mine') return { deskTitle: row.giverTitle, holderName: row.giverName };
  const recipient = desks.find(({ positionId }) => positionId === row.positionId);
  return { deskTitle: recipient?.title ?? '', holderName: recipient?.holderName ?? '' };
}

/** Of an official's dispositions a secretary reads what is neither secret nor private, and what it recorded itself. */
function maySecretarySee(row: ListRow, readerId: string): boolean {
  return row.recordedByPositionId === readerId || (!row.isPrivate && !isSecret(row));
}

const isSecret = ({ securityClass }: ListRow) => securityClass === 'R' || securityClass === 'SR';

/** A recalled one says no more what it was about; a secretary's own right to a secret letter is not asked here. */
function letterOf(
  row: ListRow,
  { isTrace, isServed }: { isTrace: boolean; isServed: boolean },
): DispositionListItem['letter'] {
  const { subject, number, senderTitle, senderUnit, agendaNumber, handlingGrade, securityClass } = row;
  const shown = { subject, number, senderTitle, senderUnit, agendaNumber, handlingGrade, securityClass };
  const label = isTrace ? 'Ditarik kembali' : 'Rahasia';
  if (isSecret(row) && (isTrace || isServed))
    return { ...shown, subject: label, number: '', senderTitle: '', senderUnit: '', agendaNumber: null };
  return isTrace ? { ...shown, subject: label } : shown;
}
