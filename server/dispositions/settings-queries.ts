import { z } from 'zod';
import { one, run, type Tx } from '../db.ts';
import type { FollowUpSetting, PositionGroup } from './contract.ts';

export async function replaceWordings(
  tx: Tx,
  list: { agencyId: string; group: PositionGroup; wordings: readonly string[] },
): Promise<void> {
  const { agencyId, group } = list;
  await run(tx, `delete from instruction where agency_id = :agencyId and position_group = :group`, { agencyId, group });
  await run(
    tx,
    `insert into instruction (agency_id, position_group, ordinal, wording)
     select :agencyId, :group, ordinal, wording from unnest(:wordings::text[]) with ordinality as w(wording, ordinal)`,
    { agencyId, group, wordings: [...list.wordings] },
  );
}

export interface TeamWanted {
  agencyId: string;
  id: string;
  name: string;
  leaderPositionId: string;
  memberIds: readonly string[];
  isEnded: boolean;
  now: Date;
}

export async function putTeam(tx: Tx, { memberIds, ...team }: TeamWanted): Promise<void> {
  await run(
    tx,
    `insert into team (agency_id, id, name, leader_position_id, ended_at, created_at)
     values (:agencyId, :id, :name, :leaderPositionId, case when :isEnded then :now::timestamptz end, :now)
     on conflict (agency_id, id) do update set name = excluded.name, leader_position_id = excluded.leader_position_id,
       ended_at = case when :isEnded then coalesce(team.ended_at, :now) end, version = team.version + 1`,
    team,
  );
  const { agencyId, id } = team;
  await run(tx, `delete from team_member where agency_id = :agencyId and team_id = :id`, { agencyId, id });
  await run(
    tx,
    `insert into team_member (agency_id, team_id, position_id) select :agencyId, :id, p from unnest(:memberIds::uuid[]) p
     on conflict do nothing`,
    { agencyId, id, memberIds: [...memberIds] },
  );
}

const StoredTeam = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.int(),
  leaderPositionId: z.uuid(),
  memberIds: z.array(z.uuid()),
});

/** A team, also one that ended. */
export function findTeam(
  tx: Tx,
  wanted: { agencyId: string; teamId: string },
): Promise<z.output<typeof StoredTeam> | undefined> {
  return one(
    tx,
    `select t.id, t.name, t.version, t.leader_position_id,
       array(select m.position_id::text from team_member m where m.agency_id = t.agency_id and m.team_id = t.id) as member_ids
     from team t where t.agency_id = :agencyId and t.id = :teamId for update`,
    wanted,
    StoredTeam,
  );
}

const Id = z.object({ id: z.uuid() });

export async function findTeamByName(tx: Tx, agencyId: string, name: string): Promise<string | undefined> {
  const row = await one(
    tx,
    `select id from team where agency_id = :agencyId and lower(name) = lower(:name) and ended_at is null`,
    { agencyId, name },
    Id,
  );
  return row?.id;
}

const SettingRow = z.object({
  remindDaysBefore: z.int(),
  escalateAfterDays: z.int(),
  escalateAgainAfterDays: z.int(),
});

export function findSetting(tx: Tx, agencyId: string): Promise<FollowUpSetting | undefined> {
  return one(
    tx,
    `select remind_days_before, escalate_after_days, escalate_again_after_days from follow_up_setting where agency_id = :agencyId`,
    { agencyId },
    SettingRow,
  );
}

export async function putSetting(tx: Tx, setting: FollowUpSetting & { agencyId: string }): Promise<void> {
  await run(
    tx,
    `insert into follow_up_setting (agency_id, remind_days_before, escalate_after_days, escalate_again_after_days)
     values (:agencyId, :remindDaysBefore, :escalateAfterDays, :escalateAgainAfterDays)
     on conflict (agency_id) do update set remind_days_before = excluded.remind_days_before,
       escalate_after_days = excluded.escalate_after_days, escalate_again_after_days = excluded.escalate_again_after_days`,
    { ...setting },
  );
}
