import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { codeTaken } from './add-storage-box.ts';
import type { StorageBox } from './box-contract.ts';
import { hasBoxCode, setBox } from './box-queries.ts';
import type { editStorageBoxEndpoint } from './contract.ts';
import { loadBox } from './get-storage-box.ts';
import { archivistUnits } from './scope.ts';

export function editStorageBox(
  deps: Deps,
  actor: DeskActor,
  { boxId, version, code, room, rack, note }: InputOf<typeof editStorageBoxEndpoint>,
): Promise<StorageBox> {
  return command(deps, actor, async (tx) => {
    const { agencyId } = actor;
    const before = await loadBox(tx, actor, boxId);
    const { unitId } = before;
    if (!archivistUnits(actor).includes(unitId)) throw new AppError('forbidden');
    if (!actor.canAct) throw new AppError('desk_read_only');
    if (await hasBoxCode(tx, { agencyId, unitId, code, boxId })) throw codeTaken();
    if (!(await setBox(tx, { agencyId, boxId, version, code, room, rack, note })))
      throw new AppError('stale_version', {
        detail: 'Data boks sudah diubah di tempat lain. Muat ulang, lalu ulangi.',
      });
    const box = await loadBox(tx, actor, boxId);
    const detail = { boxId, from: placeOf(before), to: placeOf(box) };
    await recordEvents(tx, deps, actor, [{ action: 'record.box_edited', detail }]);
    return box;
  });
}

const placeOf = ({ code, room, rack, note }: StorageBox) => ({ code, room, rack, note });
