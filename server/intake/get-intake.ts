import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { getIntakeEndpoint, Intake } from './contract.ts';
import { describeIntake } from './describe-intake.ts';
import { loadIntake } from './load-intake.ts';
import { listFiles, listPages } from './queries.ts';

/** One item with everything the registration form needs. */
export function getIntake(deps: Deps, actor: DeskActor, input: InputOf<typeof getIntakeEndpoint>): Promise<Intake> {
  return read(deps, actor, async (tx) => {
    const row = await loadIntake(tx, actor, input.intakeId);
    const key = { agencyId: actor.agencyId, intakeId: row.id };
    return describeIntake(row, await listFiles(tx, key), await listPages(tx, key));
  });
}
