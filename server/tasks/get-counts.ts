import type { z } from 'zod';
import { read } from '../command.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { Counts } from './contract.ts';
import { countTasks } from './queries.ts';

export function getCounts(deps: Deps, actor: DeskActor): Promise<z.output<typeof Counts>> {
  return read(deps, actor, (tx) => countTasks(tx, { agencyId: actor.agencyId, positionId: actor.positionId }));
}
