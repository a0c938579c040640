import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { setAssumptionsEndpoint } from './contract.ts';
import { putAssumptions } from './queries.ts';
import { reportRights } from './report-scope.ts';

/** Saves assumptions for every report from a date on; reports of earlier months keep theirs. */
export async function setAssumptions(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof setAssumptionsEndpoint>,
): Promise<{ validFrom: string }> {
  if (!actor.canAct) throw new AppError('desk_read_only');
  return command(deps, actor, async (tx) => {
    const { canEdit } = await reportRights(tx, actor, { from: input.validFrom, to: input.validFrom });
    if (!canEdit)
      throw new AppError('forbidden', {
        detail: 'Asumsi laporan hanya dapat disimpan oleh administrator atau Sekretaris Daerah.',
      });
    await putAssumptions(tx, { ...input, agencyId: actor.agencyId, personId: actor.personId, now: deps.now() });
    await recordEvents(tx, deps, actor, [{ action: 'savings.assumptions_set', detail: { ...input } }]);
    return { validFrom: input.validFrom };
  });
}
