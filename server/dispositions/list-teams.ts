import { read } from '../command.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { desksInOrder, today } from '../organisation/directory.ts';
import type { Team } from './contract.ts';
import { listTeamRows, type TeamRow } from './line-queries.ts';

export function listTeams(deps: Deps, actor: DeskActor): Promise<{ teams: Team[] }> {
  return read(deps, actor, async (tx) => {
    const { date } = await today(tx, deps, actor.agencyId);
    return {
      teams: await describeTeams(tx, { agencyId: actor.agencyId, date }, await listTeamRows(tx, actor.agencyId, null)),
    };
  });
}

export async function describeTeams(
  tx: Tx,
  { agencyId, date }: { agencyId: string; date: string },
  rows: readonly TeamRow[],
): Promise<Team[]> {
  const ids = rows.flatMap((row) => [row.leaderPositionId, ...row.memberIds]);
  const desks = new Map(
    (await desksInOrder(tx, agencyId, date, [...new Set(ids)])).map((desk) => [desk.positionId, desk]),
  );
  return rows.flatMap(({ id, name, version, leaderPositionId, memberIds }) => {
    const leader = desks.get(leaderPositionId);
    if (!leader) return [];
    return [{ id, name, version, leader, members: memberIds.flatMap((memberId) => desks.get(memberId) ?? []) }];
  });
}
