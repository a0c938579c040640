import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { findPosition, today } from '../organisation/directory.ts';
import { isAdmin } from './change-settings.ts';
import type { setTeamEndpoint, Team } from './contract.ts';
import { listTargets } from './line-queries.ts';
import { describeTeams } from './list-teams.ts';
import { findTeam, findTeamByName, putTeam } from './settings-queries.ts';

type SetTeam = InputOf<typeof setTeamEndpoint>;

/** Makes, changes or ends a team; the leader need not be named among the members. */
export function setTeam(deps: Deps, actor: DeskActor, input: SetTeam): Promise<Team> {
  return command(deps, actor, async (tx) => {
    if (!actor.canAct) throw new AppError('desk_read_only');
    const { agencyId } = actor;
    const { date } = await today(tx, deps, agencyId);
    const memberIds = [...new Set(input.memberPositionIds)].filter((id) => id !== input.leaderPositionId);
    const before = await findTeam(tx, { agencyId, teamId: input.teamId });
    const named = [input.leaderPositionId, ...memberIds];
    await requireDesks(tx, actor, { date, named, formerLeaderId: before?.leaderPositionId });
    const sameName = await findTeamByName(tx, agencyId, input.name);
    if (sameName !== undefined && sameName !== input.teamId && !input.isEnded)
      throw invalid('name', 'Sudah ada tim dengan nama ini. Pilih nama lain.');
    const { teamId: id, name, leaderPositionId, isEnded } = input;
    await putTeam(tx, { agencyId, id, name, leaderPositionId, memberIds, isEnded, now: deps.now() });
    const stored = await findTeam(tx, { agencyId, teamId: id });
    const [team] = stored ? await describeTeams(tx, { agencyId, date }, [stored]) : [];
    if (!team) throw new AppError('not_found');
    await recordEvents(tx, deps, actor, [
      { action: 'disposition.settings_changed', detail: { teamId: id, leaderPositionId, memberIds, isEnded } },
    ]);
    return team;
  });
}

async function requireDesks(
  tx: Tx,
  actor: DeskActor,
  { date, named, formerLeaderId }: { date: string; named: readonly string[]; formerLeaderId: string | undefined },
): Promise<void> {
  const { agencyId, positionId } = actor;
  const concerned = [...named, ...(formerLeaderId === undefined ? [] : [formerLeaderId])];
  const targets = await listTargets(tx, { agencyId, positionId, date }, [...new Set(concerned)]);
  const known = new Set(targets.map((target) => target.positionId));
  if (isAdmin(actor) || (await findPosition(tx, agencyId, positionId))?.isUnitHead) {
    if (named.some((id) => !known.has(id))) throw invalid('memberPositionIds', 'Ada jabatan yang tidak ada lagi.');
    if (isAdmin(actor)) return;
    const isOwn = (target: (typeof targets)[number]) =>
      target.positionId === positionId || target.relation === 'direct' || target.relation === 'below';
    if (targets.every(isOwn)) return;
  }
  throw new AppError('forbidden', {
    detail: 'Tim hanya dapat diatur oleh administrator, atau oleh kepala unit untuk jabatan di bawahnya.',
  });
}

function invalid(path: string, message: string): AppError {
  return new AppError('invalid_input', { fields: [{ path, message }] });
}
