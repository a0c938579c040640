import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { getDispositionItemEndpoint } from './contract.ts';
import { describeItem, describeReport, hidesContent } from './describe-items.ts';
import { mayTalk } from './item-actions.ts';
import { loadItem } from './load-tree.ts';
import { dispositionEvent } from './tell-desks.ts';
import { listFilesOf, listMessages, listReportsOf } from './tree-queries.ts';

/** One item with its reports and conversation; of one that is hidden from this desk neither is shown. */
export function getDispositionItem(
  deps: Deps,
  actor: DeskActor,
  { itemId }: InputOf<typeof getDispositionItemEndpoint>,
): Promise<OutputOf<typeof getDispositionItemEndpoint>> {
  return read(deps, actor, async (tx) => {
    const { tree, item } = await loadItem(tx, deps, actor, { itemId, isLocked: false });
    const { agencyId } = actor;
    const described = await describeItem(tx, deps, agencyId, { tree, itemId });
    if (tree.row.securityClass !== 'B')
      await recordEvents(tx, deps, actor, [dispositionEvent(tree.row, 'letter.viewed', { itemId })]);
    if (hidesContent(tree, item)) return { item: described, reports: [], messages: [] };
    const reports = await listReportsOf(tx, agencyId, [itemId]);
    const files = await listFilesOf(
      tx,
      agencyId,
      reports.map(({ id }) => id),
    );
    const messages = mayTalk(item, actor.positionId) ? await listMessages(tx, { agencyId, itemId }) : [];
    return {
      item: described,
      reports: reports.map((report) => describeReport(report, files)),
      messages: messages.map(({ positionId, ...message }) => ({ ...message, isOwn: positionId === actor.positionId })),
    };
  });
}
