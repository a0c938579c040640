import type { DeskActor } from '../deps.ts';
import type { LoadedIncoming } from './load-incoming.ts';
import { unitsServed } from './registry-rights.ts';
import { type IncomingAction, nextIncomingStatus } from './states.ts';

/** What this desk may do with the letter now; `isDisposed` when a disposition of it reached the desk. */
export function deriveIncomingActions(
  actor: DeskActor,
  { row, addressees }: LoadedIncoming,
  isDisposed: boolean,
): IncomingAction[] {
  if (!actor.canAct) return [];
  const own = addressees.find(({ positionId }) => positionId === actor.positionId);
  const isTo = own?.role === 'to';
  const servesAddressee = addressees.some(({ role, positionId }) => role === 'to' && actor.serves.includes(positionId));
  const isExternal = row.letterId === null;
  const registers = isExternal && unitsServed(actor, 'register').includes(row.unitId);
  const allowed: Record<IncomingAction, boolean> = {
    correct: registers,
    cancel: registers,
    direct: unitsServed(actor, 'direct').includes(row.unitId),
    forward: own !== undefined || isDisposed,
    dispose: isTo || servesAddressee,
    finish: isTo,
    file: false,
  };
  return (Object.keys(allowed) as IncomingAction[]).filter(
    (action) => allowed[action] && nextIncomingStatus(row.status, action) !== undefined,
  );
}
