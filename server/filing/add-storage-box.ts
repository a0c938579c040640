import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { StorageBox } from './box-contract.ts';
import { findBox, insertBox } from './box-queries.ts';
import type { addStorageBoxEndpoint } from './contract.ts';
import { requireArchivistUnit } from './scope.ts';

export function addStorageBox(
  deps: Deps,
  actor: DeskActor,
  { code, room, rack, note }: InputOf<typeof addStorageBoxEndpoint>,
): Promise<StorageBox> {
  return command(deps, actor, async (tx) => {
    const { agencyId } = actor;
    const boxId = uuidv7();
    const unitId = requireArchivistUnit(actor);
    const isInserted = await insertBox(tx, { agencyId, boxId, unitId, code, room, rack, note, now: deps.now() });
    if (!isInserted) throw codeTaken();
    const box = await findBox(tx, { agencyId, boxId });
    if (!box) throw new Error('a box that was just added is missing');
    await recordEvents(tx, deps, actor, [{ action: 'record.box_added', detail: { boxId, code, room, rack } }]);
    return box;
  });
}

export function codeTaken(): AppError {
  return new AppError('invalid_input', {
    fields: [{ path: 'code', message: 'Kode boks ini sudah dipakai di unit ini. Pakai kode lain.' }],
  });
}
