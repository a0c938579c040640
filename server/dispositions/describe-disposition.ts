import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { Disposition } from './contract.ts';
import { describeItems } from './describe-items.ts';
import { loadAnyTree } from './load-tree.ts';
import { findDisposition } from './tree-queries.ts';

/** One act of giving as its giver or recorder sees it. */
export async function describeDisposition(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  actor: DeskActor,
  dispositionId: string,
): Promise<Disposition> {
  const { agencyId } = actor;
  const row = await findDisposition(tx, { agencyId, dispositionId });
  if (!row) throw new AppError('not_found');
  const tree = await loadAnyTree(tx, deps, actor, { incomingId: row.incomingId, isLocked: false });
  const items = tree.items.filter((item) => item.dispositionId === row.id);
  const { id, incomingId, state, createdAt, deliverAt } = row;
  return {
    id,
    incomingId,
    state,
    createdAt,
    deliverAt,
    items: await describeItems(tx, deps, agencyId, { tree, items }),
  };
}
