import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { canReadIncoming } from './access.ts';
import type { Incoming } from './contract.ts';
import { describeIncoming } from './describe-incoming.ts';
import { type LoadedIncoming, loadForRegistry } from './load-incoming.ts';
import { type RegistryTask, unitsServed } from './registry-rights.ts';

/** The letter as its registry sees it after a command: its content only with a reading right. */
export async function describeForRegistry(
  tx: Tx,
  actor: DeskActor,
  { incomingId, task }: { incomingId: string; task: RegistryTask },
): Promise<Incoming> {
  const loaded = await loadForRegistry(tx, actor, { incomingId, task });
  const isContentHidden = !(await canReadIncoming(tx, actor, loaded.row));
  return describeIncoming(tx, actor, { ...loaded, isContentHidden });
}

/** A registry handles every letter of its unit by what its agenda shows, also those that it may not read. */
export function handlesUnread(actor: DeskActor, { row }: LoadedIncoming): boolean {
  return unitsServed(actor).includes(row.unitId);
}
