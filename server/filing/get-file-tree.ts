import { read } from '../command.ts';
import type { OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { findUnitName } from './box-queries.ts';
import type { getFileTreeEndpoint } from './contract.ts';
import { countFilesByCode, listCodesUpwards } from './file-queries.ts';
import { countUnfiled } from './record-queries.ts';
import { archivistUnits, scopeOf } from './scope.ts';
import { sumTree } from './sum-tree.ts';

/** The classification as far as there are files under it. */
export function getFileTree(deps: Deps, actor: DeskActor): Promise<OutputOf<typeof getFileTreeEndpoint>> {
  return read(deps, actor, async (tx) => {
    const { agencyId } = actor;
    const unitIds = archivistUnits(actor);
    const counts = await countFilesByCode(tx, scopeOf(actor));
    const nodes = await listCodesUpwards(tx, { agencyId, codes: counts.map(({ code }) => code) });
    const waiting = unitIds.length === 0 ? { total: 0 } : await countUnfiled(tx, { agencyId, unitIds });
    return {
      unitName: await findUnitName(tx, { agencyId, unitId: unitIds[0] ?? actor.opdId }),
      isArchivist: unitIds.length > 0,
      activeCount: counts.reduce((sum, { active }) => sum + active, 0),
      unfiledCount: waiting.total,
      nodes: sumTree(nodes, counts),
    };
  });
}
