import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { Incoming } from '../incoming/contract.ts';
import { describeForRegistry } from '../incoming/describe-for-registry.ts';
import { giveToDesks } from '../incoming/give-to-desks.ts';
import { loadForRegistry } from '../incoming/load-incoming.ts';
import { planDirection } from '../incoming/plan-direction.ts';
import { today } from '../organisation/directory.ts';
import type { directIncomingEndpoint } from './contract.ts';

/** Directs (arahkan) a letter; one that is directed already gets further desks. Desks that have it change nothing. */
export function directIncoming(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof directIncomingEndpoint>,
): Promise<Incoming> {
  return command(deps, actor, async (tx) => {
    const { incomingId, to, cc, note } = input;
    const { row, addressees } = await loadForRegistry(tx, actor, { incomingId, action: 'direct', task: 'direct' });
    const { agencyId } = actor;
    const { date } = await today(tx, deps, agencyId);
    const direction = await planDirection(tx, { agencyId, date, to, cc, path: 'to', has: addressees });
    const directed = await giveToDesks(tx, deps, actor, { letter: row, direction, note });
    const described = await describeForRegistry(tx, actor, { incomingId, task: 'direct' });
    await recordEvents(tx, deps, actor, directed);
    return described;
  });
}
