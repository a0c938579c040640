import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';

export const isAdmin = (actor: DeskActor): boolean => actor.roles.some(({ role }) => role === 'admin');

/** A change of what holds for the whole agency: its administrator's; kept in the chain with what was set. */
export function changeSettings<T>(
  deps: Deps,
  actor: DeskActor,
  detail: Record<string, unknown>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return command(deps, actor, async (tx) => {
    if (!isAdmin(actor)) throw new AppError('forbidden', { detail: 'Hanya administrator yang berhak mengubah ini.' });
    if (!actor.canAct) throw new AppError('desk_read_only');
    const result = await work(tx);
    await recordEvents(tx, deps, actor, [{ action: 'disposition.settings_changed', detail }]);
    return result;
  });
}
