import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { acceptCertainEndpoint } from './contract.ts';
import { placeCertain } from './place-certain.ts';
import { MOST_ACCEPTED } from './queue-contract.ts';
import { listCertain } from './record-queries.ts';
import { requireArchivist } from './scope.ts';

/** Files what was shown as certain. A count that is no longer true files nothing: the archivist looks again. */
export function acceptCertain(
  deps: Deps,
  actor: DeskActor,
  { count }: InputOf<typeof acceptCertainEndpoint>,
): Promise<{ accepted: number }> {
  return command(deps, actor, async (tx) => {
    const unitIds = requireArchivist(actor);
    if (!actor.canAct) throw new AppError('desk_read_only');
    const { agencyId } = actor;
    const limit = MOST_ACCEPTED + 1;
    const proposals = await listCertain(tx, { agencyId, unitIds, before: null, limit });
    if (Math.min(proposals.length, MOST_ACCEPTED) !== count)
      throw new AppError('stale_version', {
        detail: 'Jumlah usulan yang pasti sudah berubah. Muat ulang daftarnya, lalu terima lagi.',
      });
    const chosen = proposals.slice(0, count);
    const { accepted, events } = await placeCertain(tx, deps, { agencyId, proposals: chosen, by: actor });
    await recordEvents(tx, deps, actor, events);
    return { accepted };
  });
}
