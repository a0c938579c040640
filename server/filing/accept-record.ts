import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { acceptRecordEndpoint } from './contract.ts';
import { describePlaced } from './describe-placed.ts';
import { loadRecordFor } from './load-record.ts';
import { placeRecord } from './place-record.ts';

/** Files an item as proposed. */
export function acceptRecord(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof acceptRecordEndpoint>,
): Promise<OutputOf<typeof acceptRecordEndpoint>> {
  return command(deps, actor, async (tx) => {
    const record = await loadRecordFor(tx, actor, input);
    if (record.filing === 'filed')
      throw new AppError('wrong_state', { detail: 'Item ini sudah diberkaskan. Muat ulang daftarnya.' });
    if (record.fileId === null)
      throw new AppError('wrong_state', {
        detail: 'Belum ada berkas yang diusulkan. Pilih berkas atau buat berkas baru.',
      });
    const { events } = await placeRecord(tx, deps, actor.agencyId, { record, fileId: record.fileId, by: actor });
    const placed = await describePlaced(tx, actor, record.id);
    await recordEvents(tx, deps, actor, events);
    return placed;
  });
}
