import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { nextIncomingStatus } from '../incoming/states.ts';
import { listLetterReplies } from '../incoming/describe-incoming.ts';
import type { DispositionItem, DispositionTree, getDispositionTreeEndpoint } from './contract.ts';
import { describeItems } from './describe-items.ts';
import { loadTree, type Tree } from './load-tree.ts';
import { dispositionEvent } from './tell-desks.ts';
import { inTreeOrder, isOpen, visibleItems } from './visible-items.ts';

/** The chain of a letter as this desk may see it. */
export function getDispositionTree(
  deps: Deps,
  actor: DeskActor,
  { incomingId }: InputOf<typeof getDispositionTreeEndpoint>,
): Promise<DispositionTree> {
  return read(deps, actor, async (tx) => {
    const tree = await loadTree(tx, deps, actor, { incomingId, isLocked: false });
    const { agencyId } = actor;
    const shown = inTreeOrder(visibleItems(tree.items, tree.reader)).filter(({ status }) => status !== 'undone');
    const items = await describeItems(tx, deps, agencyId, { tree, items: shown });
    const replies = await listLetterReplies(tx, actor, incomingId);
    if (tree.row.securityClass !== 'B')
      await recordEvents(tx, deps, actor, [dispositionEvent(tree.row, 'letter.viewed', { part: 'dispositions' })]);
    return {
      incomingId,
      letter: letterOf(tree),
      items,
      rollup: rollupOf(items),
      dueAt: items.flatMap((item) => (isOpen(item) && item.dueAt !== null ? [item.dueAt] : [])).sort()[0] ?? null,
      replies,
      canDispose: canDispose(tree),
    };
  });
}

function letterOf({ row }: Tree): DispositionTree['letter'] {
  const { subject, number, senderTitle, senderUnit, agendaNumber, handlingGrade, securityClass, letterDate, status } =
    row;
  return { subject, number, senderTitle, senderUnit, agendaNumber, handlingGrade, securityClass, letterDate, status };
}

function rollupOf(items: readonly DispositionItem[]): DispositionTree['rollup'] {
  const counted = items.filter((item) => item.status === 'done' || isOpen(item));
  const count = (matches: (item: DispositionItem) => boolean) => counted.filter(matches).length;
  return {
    total: counted.length,
    done: count(({ status }) => status === 'done'),
    inProgress: count(({ status }) => status === 'in_progress'),
    late: count(({ isLate }) => isLate),
    unread: count(({ status }) => status === 'unread'),
  };
}

function canDispose({ row, addressees, reader }: Tree): boolean {
  const isRoot = addressees.some(({ role, positionId }) => role === 'to' && reader.desks.includes(positionId));
  return isRoot && reader.canAct && nextIncomingStatus(row.status, 'dispose') !== undefined;
}
