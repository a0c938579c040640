import { uuidv7 } from 'uuidv7';
import { type AuditEntry, recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { placeLegalHoldEndpoint } from './contract.ts';
import { lockFiles } from './file-command-queries.ts';
import type { LegalHold } from './hold-contract.ts';
import { findHold, insertHold } from './hold-queries.ts';
import { keepFileChange } from './keep-file-change.ts';
import { requirePossible } from './load-file.ts';
import { archivistUnits, requireArchivistUnit } from './scope.ts';

/** Keeps files where they are while a case is open; all of one unit, all or none. */
export function placeLegalHold(
  deps: Deps,
  actor: DeskActor,
  { fileIds, caseNumber, reason }: InputOf<typeof placeLegalHoldEndpoint>,
): Promise<LegalHold> {
  return command(deps, actor, async (tx) => {
    requireArchivistUnit(actor);
    const { agencyId, positionId, personId } = actor;
    const units = archivistUnits(actor);
    const wanted = [...new Set(fileIds)];
    const files = await lockFiles(tx, { agencyId, fileIds: wanted });
    const [first] = files;
    if (!first || files.length < wanted.length || files.some(({ unitId }) => !units.includes(unitId)))
      throw new AppError('not_found', {
        detail: 'Ada berkas yang tidak ditemukan pada unit Anda. Periksa pilihannya.',
      });
    if (files.some(({ unitId }) => unitId !== first.unitId))
      throw new AppError('invalid_input', {
        fields: [{ path: 'fileIds', message: 'Semua berkas harus dari unit yang sama.' }],
      });
    for (const file of files) requirePossible(file, 'hold');
    const id = uuidv7();
    const { unitId } = first;
    await insertHold(tx, {
      agencyId,
      id,
      unitId,
      caseNumber,
      reason,
      positionId,
      personId,
      fileIds: wanted,
      now: deps.now(),
    });
    const events: AuditEntry[] = [];
    for (const { id: fileId, version } of files)
      events.push(
        await keepFileChange(tx, deps, actor, {
          ...{ fileId, version, kind: 'held', changes: { holdId: id, caseNumber }, reason },
        }),
      );
    const hold = await findHold(tx, { agencyId, holdId: id });
    if (!hold) throw new Error('a hold that was just placed is missing');
    await recordEvents(tx, deps, actor, events);
    return hold;
  });
}
