import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { canReadIncoming } from './access.ts';
import type { Incoming } from './contract.ts';
import { describeIncoming } from './describe-incoming.ts';
import { loadForRegistry } from './load-incoming.ts';
import type { RegistryTask } from './registry-rights.ts';

/**
 * The letter as its registry sees it after a command. What stands on the envelope of an outside letter the registry wrote
 * itself; of a letter of ours it sees the content only with a reading right.
 */
export async function describeForRegistry(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { incomingId, task }: { incomingId: string; task: RegistryTask },
): Promise<Incoming> {
  const loaded = await loadForRegistry(tx, actor, { incomingId, task });
  const isContentHidden = loaded.row.letterId !== null && !(await canReadIncoming(tx, actor, loaded.row));
  return describeIncoming(tx, deps, actor, { ...loaded, isContentHidden });
}
