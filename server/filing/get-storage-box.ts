import { read } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { StorageBox } from './box-contract.ts';
import { findBox, listBoxFiles } from './box-queries.ts';
import type { getStorageBoxEndpoint } from './contract.ts';
import { listFilesById } from './file-queries.ts';
import { archivistUnits, scopeOf } from './scope.ts';

/** What the QR code on a box opens: its place, and the files in it that this desk may see. */
export function getStorageBox(
  deps: Deps,
  actor: DeskActor,
  { boxId }: InputOf<typeof getStorageBoxEndpoint>,
): Promise<OutputOf<typeof getStorageBoxEndpoint>> {
  return read(deps, actor, async (tx) => {
    const { agencyId } = actor;
    const box = await loadBox(tx, actor, boxId);
    const inside = await listBoxFiles(tx, { agencyId, boxId });
    const fileIds = inside.map(({ id }) => id);
    const files = new Map((await listFilesById(tx, scopeOf(actor), fileIds)).map((file) => [file.id, file]));
    const shown = inside.flatMap(({ id, folder }) => {
      const file = files.get(id);
      return file ? [{ ...file, folder }] : [];
    });
    return { ...box, files: shown, canEdit: actor.canAct && archivistUnits(actor).includes(box.unitId) };
  });
}

/** A box of the own OPD or of a unit whose archivist this desk is; all others are not there for it. */
export async function loadBox(tx: Tx, actor: DeskActor, boxId: string): Promise<StorageBox> {
  const box = await findBox(tx, { agencyId: actor.agencyId, boxId });
  if (!box || ![...archivistUnits(actor), actor.opdId].includes(box.unitId)) throw new AppError('not_found');
  return box;
}
