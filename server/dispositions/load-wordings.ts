import type { Tx } from '../db.ts';
import { type PositionGroup } from './contract.ts';
import { findPositionGroup, listWordings } from './line-queries.ts';
import { STARTER_INSTRUCTIONS } from './starter-instructions.ts';

/** The master list that holds for a desk, in its order. */
export async function loadWordings(tx: Tx, desk: { agencyId: string; positionId: string }): Promise<readonly string[]> {
  const group = await findPositionGroup(tx, desk);
  return (await loadAllWordings(tx, desk.agencyId))[group];
}

/** The agency's own list of each group, or the starter list. */
export async function loadAllWordings(tx: Tx, agencyId: string): Promise<Record<PositionGroup, readonly string[]>> {
  const rows = await listWordings(tx, agencyId);
  const of = (group: PositionGroup): readonly string[] => {
    const own = rows.filter((row) => row.positionGroup === group).map(({ wording }) => wording);
    return own.length > 0 ? own : STARTER_INSTRUCTIONS[group];
  };
  return {
    leader: of('leader'),
    office_head: of('office_head'),
    section_head: of('section_head'),
    staff: of('staff'),
  };
}
