import type { z } from 'zod';
import { read } from '../command.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { archivistUnits } from '../filing/scope.ts';
import { countDisposalsWaiting } from '../disposal/list-disposals.ts';
import { unitsServed } from '../incoming/registry-rights.ts';
import type { Counts } from './contract.ts';
import { type CountRow, countTasks } from './queries.ts';

export function getCounts(deps: Deps, actor: DeskActor): Promise<z.output<typeof Counts>> {
  return read(deps, actor, (tx) => countForDesk(tx, deps, actor));
}

export async function countForDesk(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  actor: DeskActor,
): Promise<CountRow & { disposalsWaiting: number }> {
  const { agencyId, positionId } = actor;
  const unitIds = unitsServed(actor, 'receive');
  const archiveUnitIds = archivistUnits(actor);
  const tasks = await countTasks(tx, { agencyId, positionId, unitIds, archiveUnitIds, now: deps.now() });
  return { ...tasks, disposalsWaiting: await countDisposalsWaiting(tx, actor) };
}
