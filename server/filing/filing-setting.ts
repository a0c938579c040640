import { recordEvents } from '../audit/record-events.ts';
import { command, read } from '../command.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { isAdmin } from '../dispositions/change-settings.ts';
import { AppError } from '../errors.ts';
import { findFilingSetting, putFilingSetting } from './setting-queries.ts';
import type { FilingSetting } from './queue-contract.ts';

const USUAL: FilingSetting = { fileAfterDays: 3 };

export async function loadFilingSetting(tx: Tx, agencyId: string): Promise<FilingSetting> {
  return (await findFilingSetting(tx, agencyId)) ?? USUAL;
}

export function getFilingSetting(deps: Deps, actor: DeskActor): Promise<FilingSetting> {
  return read(deps, actor, (tx) => loadFilingSetting(tx, actor.agencyId));
}

export function setFilingSetting(deps: Deps, actor: DeskActor, wanted: FilingSetting): Promise<FilingSetting> {
  return command(deps, actor, async (tx) => {
    if (!isAdmin(actor)) throw new AppError('forbidden', { detail: 'Hanya administrator yang berhak mengubah ini.' });
    if (!actor.canAct) throw new AppError('desk_read_only');
    const { fileAfterDays } = wanted;
    await putFilingSetting(tx, { agencyId: actor.agencyId, fileAfterDays });
    await recordEvents(tx, deps, actor, [{ action: 'record.setting_changed', detail: { fileAfterDays } }]);
    return { fileAfterDays };
  });
}
