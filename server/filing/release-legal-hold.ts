import { type AuditEntry, recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { releaseLegalHoldEndpoint } from './contract.ts';
import { lockFiles } from './file-command-queries.ts';
import type { LegalHold } from './hold-contract.ts';
import { findHold, listHeldFiles, setReleased } from './hold-queries.ts';
import { keepFileChange } from './keep-file-change.ts';
import { archivistUnits, requireArchivist } from './scope.ts';

/** The case is over: its files follow their rule again. */
export function releaseLegalHold(
  deps: Deps,
  actor: DeskActor,
  { holdId, version, reason }: InputOf<typeof releaseLegalHoldEndpoint>,
): Promise<LegalHold> {
  return command(deps, actor, async (tx) => {
    requireArchivist(actor);
    const { agencyId, positionId, personId } = actor;
    const hold = await findHold(tx, { agencyId, holdId });
    if (!hold || !archivistUnits(actor).includes(hold.unitId)) throw new AppError('not_found');
    if (!actor.canAct) throw new AppError('desk_read_only');
    if (hold.releasedAt !== null)
      throw new AppError('wrong_state', { detail: 'Penahanan ini sudah dilepas. Muat ulang daftarnya.' });
    const files = await listHeldFiles(tx, { agencyId, holdId });
    await lockFiles(tx, { agencyId, fileIds: files.map(({ id }) => id) });
    if (!(await setReleased(tx, { agencyId, holdId, version, positionId, personId, reason, now: deps.now() })))
      throw new AppError('stale_version', {
        detail: 'Penahanan ini sudah diubah di tempat lain. Muat ulang daftarnya.',
      });
    const events: AuditEntry[] = [];
    for (const { id: fileId, version: fileVersion } of files)
      events.push(
        await keepFileChange(tx, deps, actor, {
          fileId,
          version: fileVersion,
          kind: 'released',
          changes: { holdId, caseNumber: hold.caseNumber },
          reason,
        }),
      );
    const released = await findHold(tx, { agencyId, holdId });
    if (!released) throw new Error('a hold is never deleted');
    await recordEvents(tx, deps, actor, events);
    return released;
  });
}
