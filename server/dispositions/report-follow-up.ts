import { uuidv7 } from 'uuidv7';
import type { AuditEntry } from '../audit/record-events.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { indexChain } from '../search/index-incoming.ts';
import { claimFiles } from './claim-files.ts';
import { insertReport, setItemRead } from './command-queries.ts';
import type { DispositionItem, reportFollowUpEndpoint } from './contract.ts';
import { closeItem } from './end-items.ts';
import { signAuthor } from './giver.ts';
import { itemCommand } from './item-command.ts';
import type { LoadedItem } from './load-tree.ts';
import { dispositionEvent, tellDesks } from './tell-desks.ts';

type Report = InputOf<typeof reportFollowUpEndpoint>;

/** What was done; a final report closes the item, any other shows that it is in progress. */
export function reportFollowUp(deps: Deps, actor: DeskActor, input: Report): Promise<DispositionItem> {
  const wanted = { itemId: input.itemId, action: 'report', part: 'recipient' } as const;
  return itemCommand(deps, actor, wanted, async (tx, loaded) => {
    const { tree, item } = loaded;
    const { agencyId, positionId, personId } = actor;
    const now = deps.now();
    const { giverName, giverTitle } = await signAuthor(tx, actor);
    await setItemRead(tx, { agencyId, id: item.id, personId, status: 'in_progress', now });
    const id = uuidv7();
    const author = {
      agencyId,
      id,
      itemId: item.id,
      positionId,
      personId,
      authorName: giverName,
      authorTitle: giverTitle,
    };
    await insertReport(tx, { ...author, text: input.text, isFinal: input.isFinal, now });
    await indexChain(tx, tree.row.id);
    await claimFiles(tx, actor, claimsOf(id, input.fileIds), now);
    const closed = input.isFinal ? await close(tx, deps, loaded, { agencyId, by: giverTitle, input }) : [];
    await tellDesks(tx, tree.row, {
      agencyId,
      positionIds: [item.giverPositionId],
      kind: 'disposition.reported',
      itemId: item.id,
      text: `${input.isFinal ? 'Laporan selesai' : 'Laporan kemajuan'} dari ${giverTitle}`,
      now,
    });
    const facts = { itemId: item.id, reportId: id, isFinal: input.isFinal };
    return [dispositionEvent(tree.row, 'disposition.reported', facts), ...closed];
  });
}

function close(
  tx: Tx,
  deps: Deps,
  loaded: LoadedItem,
  { agencyId, by, input }: { agencyId: string; by: string; input: Report },
): Promise<AuditEntry[]> {
  return closeItem(tx, deps, loaded, { agencyId, forceReason: input.forceReason, reason: null, by });
}

function claimsOf(reportId: string, fileIds: readonly string[]) {
  return [...new Set(fileIds)].map((fileId) => ({
    ownerKind: 'report' as const,
    ownerId: reportId,
    fileId,
    path: 'fileIds',
  }));
}
