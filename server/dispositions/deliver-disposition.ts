import { recordEvents } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import { grantIncoming } from '../incoming/access.ts';
import { loadForAgency, type LoadedIncoming } from '../incoming/load-incoming.ts';
import { takeUpIncoming } from '../incoming/take-up-incoming.ts';
import type { Grant } from '../letters/access.ts';
import { type JobHandler, type JobRun, TryLater } from '../job-run.ts';
import { finishOutbox } from '../outbox.ts';
import { indexIncomingChain } from '../search/index-incoming.ts';
import { setDelivered, setItemOpen, setUndone } from './command-queries.ts';
import { grantReason } from './end-items.ts';
import { nextItemStatus } from './states.ts';
import { dispositionEvent, hintDesks, tellDesks } from './tell-desks.ts';
import { type DispositionRow, findDisposition, type ItemRow, listItems } from './tree-queries.ts';

/**
 * Brings a disposition to its recipients. Late is no harm: what was undone meanwhile stays undone, and what hangs below
 * something that ended, or on a cancelled letter, is taken back.
 */
export const deliverDisposition: JobHandler<'disposition.deliver'> = async (deps, run, { dispositionId }) => {
  const { agencyId } = run.actor;
  await deps.db.transaction({ agencyId }, async (tx) => {
    const named = await findDisposition(tx, { agencyId, dispositionId });
    if (named) {
      const letter = await loadForAgency(tx, { agencyId }, named.incomingId);
      const current = await findDisposition(tx, { agencyId, dispositionId });
      if (current?.state === 'held') await deliver(tx, deps, run, { letter, given: current });
    }
    await finishOutbox(tx, run.outboxId, deps.now());
  });
  await deps.checkpoint?.('disposition delivered');
};

interface Delivery {
  letter: LoadedIncoming;
  given: DispositionRow;
}

async function deliver(tx: Tx, deps: Deps, run: JobRun, { letter, given }: Delivery): Promise<void> {
  const { agencyId } = run.actor;
  const now = deps.now();
  if (now < new Date(given.deliverAt)) throw new TryLater(new Date(given.deliverAt), 'the disposition is still held');
  const all = await listItems(tx, { agencyId, incomingId: given.incomingId });
  const parent = all.find(({ id }) => id === given.parentItemId);
  const items = all.filter((item) => item.dispositionId === given.id);
  const detail = { dispositionId: given.id, parentItemId: given.parentItemId };
  if (letter.row.status === 'cancelled' || !canHang(given, parent)) {
    await setUndone(tx, { agencyId, ids: [given.id], now });
    await hintDesks(tx, letter.row, { agencyId, positionIds: [given.giverPositionId], now });
    await recordEvents(tx, deps, run.actor, [dispositionEvent(letter.row, 'disposition.undone', detail)]);
    return;
  }
  await setDelivered(tx, { agencyId, id: given.id, now });
  if (parent) await setItemOpen(tx, { agencyId, id: parent.id, status: 'in_progress' });
  const settledId = parent ? null : given.giverPositionId;
  await takeUpIncoming(tx, { agencyId, id: letter.row.id, status: letter.row.status }, { positionId: settledId, now });
  await open(tx, agencyId, { letter, given, items, now });
  const itemIds = items.map(({ id }) => id);
  const positionIds = items.map(({ positionId }) => positionId);
  await recordEvents(tx, deps, run.actor, [
    dispositionEvent(letter.row, 'disposition.delivered', { ...detail, itemIds, positionIds }),
  ]);
}

function canHang(given: DispositionRow, parent: ItemRow | undefined): boolean {
  if (given.parentItemId === null) return true;
  return parent !== undefined && nextItemStatus(parent.status, 'dispose') !== undefined;
}

/** Lets the recipients read the letter, and tells them. */
async function open(
  tx: Tx,
  agencyId: string,
  { letter, given, items, now }: Delivery & { items: readonly ItemRow[]; now: Date },
): Promise<void> {
  const { row } = letter;
  const grants = items.map(({ id, positionId }): Grant => ({
    kind: 'position',
    id: positionId,
    reason: grantReason(id),
  }));
  await grantIncoming(tx, { agencyId, id: row.id, letterId: row.letterId }, grants, now);
  await indexIncomingChain(tx, row);
  for (const { id, positionId, isPic } of items)
    await tellDesks(tx, row, {
      agencyId,
      positionIds: [positionId],
      kind: 'disposition.received',
      itemId: id,
      text: `Disposisi dari ${given.giverTitle}${isPic ? ' (Anda koordinator)' : ''}`,
      now,
    });
  const desks = [...items.map(({ positionId }) => positionId), given.giverPositionId];
  if (given.recordedByPositionId !== null) desks.push(given.recordedByPositionId);
  await hintDesks(tx, row, { agencyId, positionIds: desks, now });
}
