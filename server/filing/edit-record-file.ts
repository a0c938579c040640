import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { findBox } from './box-queries.ts';
import type { editRecordFileEndpoint } from './contract.ts';
import type { FileDetail } from './file-shapes.ts';
import { fileCommand } from './file-command.ts';
import { type LockedFile, setFileFacts } from './file-command-queries.ts';
import { keepFileChange } from './keep-file-change.ts';
import { STALE_FILE } from './load-file.ts';

/** Title, description and place; what stood there before is kept. */
export function editRecordFile(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof editRecordFileEndpoint>,
): Promise<FileDetail> {
  const { fileId, version, title, description, boxId, folder } = input;
  return fileCommand(deps, actor, { fileId, action: 'edit', version }, async (tx, file) => {
    const { agencyId } = actor;
    const wanted = { title, description, boxId, folder };
    const changes = differences(file, wanted);
    if (Object.keys(changes).length === 0) return [];
    await requireBox(tx, agencyId, file.unitId, boxId);
    if (!(await setFileFacts(tx, { agencyId, fileId, version, ...wanted })))
      throw new AppError('stale_version', { detail: STALE_FILE });
    return [await keepFileChange(tx, deps, actor, { fileId, version: version + 1, kind: 'edited', changes })];
  });
}

function differences(
  file: LockedFile,
  wanted: Pick<LockedFile, 'title' | 'description' | 'boxId' | 'folder'>,
): Record<string, unknown> {
  const fields = ['title', 'description', 'boxId', 'folder'] as const;
  return Object.fromEntries(
    fields
      .filter((field) => file[field] !== wanted[field])
      .map((field) => [field, { from: file[field], to: wanted[field] }]),
  );
}

async function requireBox(tx: Tx, agencyId: string, unitId: string, boxId: string | null): Promise<void> {
  if (boxId === null) return;
  const box = await findBox(tx, { agencyId, boxId });
  if (box?.unitId === unitId) return;
  throw new AppError('invalid_input', { fields: [{ path: 'boxId', message: 'Pilih boks milik unit ini.' }] });
}
