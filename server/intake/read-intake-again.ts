import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { enqueue } from '../outbox.ts';
import type { IntakeListItem, readIntakeAgainEndpoint } from './contract.ts';
import { describeItem } from './describe-intake.ts';
import { loadIntake, loadWaiting } from './load-intake.ts';
import { setReading } from './queries.ts';
import { tellRegistry } from './tell-registry.ts';

/** Has the pages of an item read once more, e.g. after the reader of scans was mended. */
export function readIntakeAgain(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof readIntakeAgainEndpoint>,
): Promise<IntakeListItem> {
  return command(deps, actor, async (tx) => {
    const { intakeId } = input;
    const { agencyId } = actor;
    const { state, unitId } = await loadWaiting(tx, actor, { intakeId, task: 'receive' });
    if (state === 'reading')
      throw new AppError('wrong_state', { detail: 'Berkas ini sedang dibaca. Tunggu sebentar.' });
    const now = deps.now();
    const version = await setReading(tx, { agencyId, intakeId });
    await enqueue(tx, agencyId, 'intake.read', { intakeId, version }, { now });
    await tellRegistry(tx, { agencyId, intakeId, unitId, now });
    const item = describeItem(await loadIntake(tx, actor, intakeId));
    await recordEvents(tx, deps, actor, [{ action: 'intake.read_again', letterId: intakeId, detail: { version } }]);
    return item;
  });
}
