import { uuidv7 } from 'uuidv7';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { recordBlob } from '../files/files.ts';
import { acceptUpload, cleanFileName } from '../letters/accept-upload.ts';
import type { AttachedFile, uploadDispositionFileEndpoint } from './contract.ts';
import { insertFile } from './files-queries.ts';

/** Takes a file in before the command that names it: parsed in a child process, stored before its row. */
export async function uploadDispositionFile(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof uploadDispositionFileEndpoint> & { bytes: Buffer },
): Promise<AttachedFile> {
  if (!actor.canAct) throw new AppError('desk_read_only');
  const { mediaType, pageCount } = await acceptUpload(input.bytes);
  const { agencyId, positionId, personId } = actor;
  const stored = await deps.files.write(agencyId, input.bytes);
  return command(deps, actor, async (tx) => {
    const id = uuidv7();
    const now = deps.now();
    const fileName = cleanFileName(input.fileName);
    await recordBlob(tx, { ...stored, agencyId, mediaType }, { kind: 'disposition_file', id, now });
    const file = { agencyId, id, positionId, personId, ownerKind: null, ownerId: null, fileName, mediaType };
    await insertFile(tx, { ...file, ...stored, pageCount, now });
    return { id, fileName, mediaType, sizeBytes: stored.sizeBytes, pageCount };
  });
}
