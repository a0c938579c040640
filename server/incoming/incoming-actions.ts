import type { DeskActor } from '../deps.ts';
import type { LoadedIncoming } from './load-incoming.ts';
import { unitsServed } from './registry-rights.ts';
import { type IncomingAction, nextIncomingStatus } from './states.ts';

/** What a desk has to do with the letter besides being addressed. */
export interface Part {
  /** A disposition of this letter reached the desk. */
  isDisposed: boolean;
  /** The desk is secretary of an official it is addressed to. */
  servesAddressee: boolean;
}

/** What this desk may do with the letter now. */
export function deriveIncomingActions(
  actor: DeskActor,
  { row, addressees }: LoadedIncoming,
  part: Part,
): IncomingAction[] {
  if (!actor.canAct) return [];
  const own = addressees.find(({ positionId }) => positionId === actor.positionId);
  const isTo = own?.role === 'to';
  const isExternal = row.letterId === null;
  const registers = isExternal && unitsServed(actor, 'register').includes(row.unitId);
  const allowed: Record<IncomingAction, boolean> = {
    correct: registers,
    cancel: registers,
    direct: unitsServed(actor, 'direct').includes(row.unitId),
    forward: own !== undefined || part.isDisposed,
    dispose: isTo || part.servesAddressee,
    finish: isTo,
    file: false,
  };
  return (Object.keys(allowed) as IncomingAction[]).filter(
    (action) => allowed[action] && nextIncomingStatus(row.status, action) !== undefined,
  );
}
