import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { discardIntakeEndpoint, IntakeListItem } from './contract.ts';
import { describeItem } from './describe-intake.ts';
import { loadIntake, loadWaiting } from './load-intake.ts';
import { setSettled } from './queries.ts';
import { tellRegistry } from './tell-registry.ts';

/** Takes what is no letter off the queue; its files stay kept. */
export function discardIntake(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof discardIntakeEndpoint>,
): Promise<IntakeListItem> {
  return command(deps, actor, async (tx) => {
    const { intakeId, reason } = input;
    const { agencyId } = actor;
    const { unitId } = await loadWaiting(tx, actor, { intakeId, task: 'register' });
    const now = deps.now();
    await setSettled(tx, { agencyId, intakeId, state: 'discarded', reason, now });
    await tellRegistry(tx, { agencyId, intakeId, unitId, now });
    const item = describeItem(await loadIntake(tx, actor, intakeId));
    await recordEvents(tx, deps, actor, [{ action: 'intake.discarded', letterId: intakeId, detail: { reason } }]);
    return item;
  });
}
