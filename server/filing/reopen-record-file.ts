import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { today } from '../organisation/directory.ts';
import type { reopenRecordFileEndpoint } from './contract.ts';
import type { FileDetail } from './file-shapes.ts';
import { fileCommand } from './file-command.ts';
import { setReopened } from './file-command-queries.ts';
import { keepFileChange } from './keep-file-change.ts';
import { STALE_FILE } from './load-file.ts';

/** Takes a closing back while the active years have not run out; the rule is frozen anew at the next closing. */
export function reopenRecordFile(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof reopenRecordFileEndpoint>,
): Promise<FileDetail> {
  const { fileId, version, reason } = input;
  return fileCommand(deps, actor, { fileId, action: 'reopen', version }, async (tx, file) => {
    const { agencyId } = actor;
    const { date } = await today(tx, deps, agencyId);
    if (file.activeUntil !== null && file.activeUntil < date)
      throw new AppError('wrong_state', {
        detail:
          'Masa aktif berkas ini sudah habis, jadi tidak dapat dibuka kembali. Buat berkas baru untuk item berikutnya.',
      });
    if (!(await setReopened(tx, { agencyId, fileId, version })))
      throw new AppError('stale_version', { detail: STALE_FILE });
    const changes = { closedOn: file.closedOn };
    return [await keepFileChange(tx, deps, actor, { fileId, version: version + 1, kind: 'reopened', changes, reason })];
  });
}
