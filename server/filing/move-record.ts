import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { moveRecordEndpoint } from './contract.ts';
import { describePlaced } from './describe-placed.ts';
import { loadRecordFor } from './load-record.ts';
import { placeRecord } from './place-record.ts';

/** Files an item where the archivist says; one that was filed already leaves its file with a reason. */
export function moveRecord(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof moveRecordEndpoint>,
): Promise<OutputOf<typeof moveRecordEndpoint>> {
  return command(deps, actor, async (tx) => {
    const { fileId, reason } = input;
    const record = await loadRecordFor(tx, actor, input);
    if (record.filing === 'filed' && reason.length < 3)
      throw new AppError('invalid_input', {
        fields: [{ path: 'reason', message: 'Tulis alasan memindahkan item yang sudah diberkaskan.' }],
      });
    const { events } = await placeRecord(tx, deps, actor.agencyId, { record, fileId, by: actor, moveReason: reason });
    const placed = await describePlaced(tx, actor, record.id);
    await recordEvents(tx, deps, actor, events);
    return placed;
  });
}
