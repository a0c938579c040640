import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import type { getIntakePageEndpoint } from './contract.ts';
import { loadIntake } from './load-intake.ts';
import { findPageImage } from './queries.ts';

/** One page as it was drawn when the item was read. */
export async function getIntakePage(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getIntakePageEndpoint>,
): Promise<FileReply> {
  const sha256 = await read(deps, actor, async (tx) => {
    const { id } = await loadIntake(tx, actor, input.intakeId);
    return findPageImage(tx, { agencyId: actor.agencyId, intakeId: id, page: input.page });
  });
  if (sha256 === undefined) throw new AppError('not_found');
  return {
    bytes: await deps.files.read(actor.agencyId, sha256),
    mediaType: 'image/webp',
    fileName: `halaman-${input.page}.webp`,
    disposition: 'inline',
    cacheControl: 'private, max-age=60',
  };
}
