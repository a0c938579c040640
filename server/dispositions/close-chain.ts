import type { AuditEntry } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { forceClosed, refuseOpenChildren } from './end-items.ts';
import { signAuthor } from './giver.ts';
import { loadAnyTree } from './load-tree.ts';
import { isPending } from './visible-items.ts';

/**
 * Ends what is open in the chain of a letter that its caller has locked. Returns the events.
 * @throws AppError `children_open` without a reason to force it
 */
export async function closeChain(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { incomingId, forceReason }: { incomingId: string; forceReason: string },
): Promise<AuditEntry[]> {
  const tree = await loadAnyTree(tx, deps, actor, { incomingId, isLocked: false });
  const items = tree.items.filter(isPending);
  if (forceReason === '') refuseOpenChildren(items);
  if (items.length === 0) return [];
  const { giverTitle: by } = await signAuthor(tx, actor);
  return forceClosed(tx, deps, tree, { agencyId: actor.agencyId, forceReason, reason: null, by, items });
}
