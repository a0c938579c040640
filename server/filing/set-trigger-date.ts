import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { requirePast } from './close-record-file.ts';
import type { setTriggerDateEndpoint } from './contract.ts';
import type { FileDetail } from './file-shapes.ts';
import { fileCommand } from './file-command.ts';
import { setTrigger } from './file-command-queries.ts';
import { keepFileChange } from './keep-file-change.ts';
import { STALE_FILE } from './load-file.ts';
import { planRetention } from './plan-retention.ts';

/** The event that the rule waits for has happened: the years count from it, or from closing where that is later. */
export function setTriggerDate(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof setTriggerDateEndpoint>,
): Promise<FileDetail> {
  const { fileId, version, triggerOn } = input;
  return fileCommand(deps, actor, { fileId, action: 'set_trigger', version }, async (tx, file) => {
    const { agencyId } = actor;
    const { closedOn, triggerEvent, activeYears, inactiveYears } = file;
    if (closedOn === null || triggerEvent === null || triggerEvent === '')
      throw new AppError('wrong_state', {
        detail: 'Retensi berkas ini dihitung sejak ditutup, tanpa peristiwa pemicu.',
      });
    await requirePast(tx, deps, agencyId, { triggerOn });
    const plan = planRetention({ closedOn, triggerEvent, triggerOn, activeYears, inactiveYears });
    if (!(await setTrigger(tx, { agencyId, fileId, version, triggerOn, ...plan })))
      throw new AppError('stale_version', { detail: STALE_FILE });
    const changes = { triggerOn, before: file.triggerOn, ...plan };
    return [await keepFileChange(tx, deps, actor, { fileId, version: version + 1, kind: 'trigger_set', changes })];
  });
}
