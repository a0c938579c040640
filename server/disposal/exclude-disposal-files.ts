import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { Disposal, excludeDisposalFilesEndpoint } from './contract.ts';
import { disposalCommand } from './disposal-command.ts';
import { setExcluded } from './file-queries.ts';
import { setState } from './queries.ts';

/** Takes files out of the proposal. Who agreed to more has agreed to what is left: voices given before stay. */
export function excludeDisposalFiles(
  deps: Deps,
  actor: DeskActor,
  { disposalId, version, fileIds, reason }: InputOf<typeof excludeDisposalFilesEndpoint>,
): Promise<Disposal> {
  return disposalCommand(deps, actor, { disposalId, version, action: 'exclude' }, async (tx, { row }) => {
    const key = { agencyId: actor.agencyId, disposalId };
    const now = deps.now();
    const excluded = await setExcluded(tx, { ...key, fileIds, reason, now });
    if (excluded < new Set(fileIds).size)
      throw new AppError('not_due', { detail: 'Ada berkas yang sudah tidak ada dalam usulan. Muat ulang daftarnya.' });
    await setState(tx, { ...key, state: row.state, now });
    return [{ action: 'disposal.files_excluded', detail: { disposalId, fileIds, reason } }];
  });
}
