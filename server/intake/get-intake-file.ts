import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import type { getIntakeFileEndpoint } from './contract.ts';
import { loadIntake } from './load-intake.ts';
import { listFiles } from './queries.ts';

/** A file byte for byte as it came, always as a download. */
export async function getIntakeFile(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getIntakeFileEndpoint>,
): Promise<FileReply> {
  const file = await read(deps, actor, async (tx) => {
    const { id } = await loadIntake(tx, actor, input.intakeId);
    const files = await listFiles(tx, { agencyId: actor.agencyId, intakeId: id });
    const found = files.find(({ ordinal }) => ordinal === input.ordinal);
    if (!found) throw new AppError('not_found');
    const detail = { intakeId: id, ordinal: found.ordinal, sha256: found.sha256 };
    await recordEvents(tx, deps, actor, [{ action: 'intake.downloaded', letterId: id, detail }]);
    return found;
  });
  return {
    bytes: await deps.files.read(actor.agencyId, file.sha256),
    mediaType: file.mediaType,
    fileName: file.fileName,
    disposition: 'attachment',
  };
}
