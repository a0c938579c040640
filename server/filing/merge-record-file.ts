import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { mergeRecordFileEndpoint } from './contract.ts';
import type { FileDetail } from './file-shapes.ts';
import { fileCommand } from './file-command.ts';
import { findTies, type LockedFile, moveAllItems, setMerged } from './file-command-queries.ts';
import { keepFileChange } from './keep-file-change.ts';
import { requirePossible, STALE_FILE } from './load-file.ts';
import { fileNumber } from './states.ts';

/** All items follow into the other file; this one keeps its number and leads there. */
export function mergeRecordFile(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof mergeRecordFileEndpoint>,
): Promise<FileDetail> {
  const { fileId, version, intoFileId, reason } = input;
  const wanted = { fileId, action: 'merge', version, alsoLock: [intoFileId] } as const;
  return fileCommand(deps, actor, wanted, async (tx, file, [into]) => {
    const { agencyId } = actor;
    const target = requireTarget(file, into);
    await requireFree(tx, agencyId, fileId);
    const items = await moveAllItems(tx, { agencyId, fromFileId: fileId, toFileId: intoFileId });
    if (!(await setMerged(tx, { agencyId, fileId, version, intoFileId })))
      throw new AppError('stale_version', { detail: STALE_FILE });
    const left = { intoFileId, into: fileNumber(target), items };
    const came = { fromFileId: fileId, from: fileNumber(file), items };
    return [
      await keepFileChange(tx, deps, actor, { fileId, version: version + 1, kind: 'merged', changes: left, reason }),
      await keepFileChange(tx, deps, actor, {
        ...{ fileId: intoFileId, version: target.version, kind: 'received', changes: came, reason },
      }),
    ];
  });
}

function requireTarget(file: LockedFile, into: LockedFile | undefined): LockedFile {
  if (into?.unitId !== file.unitId)
    throw new AppError('invalid_input', {
      fields: [{ path: 'intoFileId', message: 'Pilih berkas lain dari unit yang sama.' }],
    });
  requirePossible(into, 'add');
  return into;
}

/** A hold or a loan names this file: merged away, it could not be found by them. */
async function requireFree(tx: Tx, agencyId: string, fileId: string): Promise<void> {
  const { isHeld, isLent } = await findTies(tx, { agencyId, fileId });
  if (isHeld)
    throw new AppError('wrong_state', {
      detail: 'Berkas ini ditahan karena perkara. Lepaskan penahanannya sebelum digabung.',
    });
  if (isLent)
    throw new AppError('wrong_state', {
      detail: 'Berkas ini sedang dipinjam. Catat pengembaliannya sebelum digabung.',
    });
}
