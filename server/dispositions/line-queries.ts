import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';
import { PositionGroup } from './contract.ts';

type Desk = { agencyId: string; positionId: string; date: string };

const Relation = z.enum(['direct', 'below', 'coordination', 'above', 'none']);
export type Relation = z.output<typeof Relation>;
const TargetRow = z.object({
  positionId: z.uuid(),
  title: z.string(),
  relation: Relation,
  isVacant: z.boolean(),
});
export type TargetRow = z.output<typeof TargetRow>;

/** How each of the desks stands to the giver's; those that do not exist are left out. Walks up from each, 20 levels. */
export function listTargets(tx: Tx, giver: Desk, positionIds: readonly string[]): Promise<TargetRow[]> {
  return many(
    tx,
    `with recursive asked as (
       select p.id, p.title from position p
       where p.agency_id = :agencyId and p.id = any(:positionIds::uuid[]) and p.abolished_at is null
     ),
     up as (
       select a.id as target, a.id, 0 as depth from asked a
       union all
       select up.target, r.from_position_id, up.depth + 1 from up join position_relation r
         on r.agency_id = :agencyId and r.kind = 'command' and r.to_position_id = up.id and r.valid @> :date::date
       where up.depth < 20
     ),
     over as (
       select :positionId::uuid as id, 0 as depth
       union all
       select r.from_position_id, over.depth + 1 from over join position_relation r
         on r.agency_id = :agencyId and r.kind = 'command' and r.to_position_id = over.id and r.valid @> :date::date
       where over.depth < 20
     )
     select a.id as position_id, a.title,
       case when (select min(depth) from up where up.target = a.id and up.id = :positionId) = 1 then 'direct'
         when exists (select from up where up.target = a.id and up.id = :positionId and up.depth > 1) then 'below'
         when exists (select from position_relation c where c.agency_id = :agencyId and c.kind = 'coordination'
           and c.from_position_id = :positionId and c.to_position_id = a.id and c.valid @> :date::date) then 'coordination'
         when exists (select from over where over.id = a.id and over.depth > 0) then 'above'
         else 'none' end as relation,
       not exists (select from appointment h where h.agency_id = :agencyId and h.position_id = a.id and h.valid @> :date::date) as is_vacant
     from asked a`,
    { ...giver, positionIds: [...positionIds] },
    TargetRow,
  );
}

const TeamRow = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.int(),
  leaderPositionId: z.uuid(),
  memberIds: z.array(z.uuid()),
});
export type TeamRow = z.output<typeof TeamRow>;

/** Running teams with the desks of their members, leader first; all of them, or those named. */
export function listTeamRows(tx: Tx, agencyId: string, teamIds: readonly string[] | null): Promise<TeamRow[]> {
  return many(
    tx,
    `select t.id, t.name, t.version, t.leader_position_id,
       array(select m.position_id::text from team_member m join position p on p.agency_id = m.agency_id and p.id = m.position_id
         where m.agency_id = t.agency_id and m.team_id = t.id and m.position_id <> t.leader_position_id and p.abolished_at is null
         order by p.sort_order, p.title) as member_ids
     from team t where t.agency_id = :agencyId and t.ended_at is null and (:isAll or t.id = any(:teamIds::uuid[])) order by t.name`,
    { agencyId, isAll: teamIds === null, teamIds: [...(teamIds ?? [])] },
    TeamRow,
  );
}

const ReachRow = z.object({ positionId: z.uuid(), relation: z.enum(['direct', 'below', 'coordination']) });

/** Desks a giver may choose, nearest first: direct ones in order, coordination, then deeper ones. */
export function listReach(tx: Tx, giver: Desk & { limit: number }): Promise<z.output<typeof ReachRow>[]> {
  return many(
    tx,
    `with recursive down as (
       select r.to_position_id as id, 1 as depth from position_relation r
       where r.agency_id = :agencyId and r.kind = 'command' and r.from_position_id = :positionId and r.valid @> :date::date
       union all
       select r.to_position_id, down.depth + 1 from down join position_relation r
         on r.agency_id = :agencyId and r.kind = 'command' and r.from_position_id = down.id and r.valid @> :date::date
       where down.depth < 20
     ),
     reach as (
       select id, depth, case depth when 1 then 'direct' else 'below' end as relation, case depth when 1 then 1 else 3 end as rank from down
       union all
       select r.to_position_id, 1, 'coordination', 2 from position_relation r
       where r.agency_id = :agencyId and r.kind = 'coordination' and r.from_position_id = :positionId and r.valid @> :date::date
         and r.to_position_id not in (select id from down)
     )
     select reach.id as position_id, reach.relation from reach join position p on p.agency_id = :agencyId and p.id = reach.id
     where p.abolished_at is null and p.id <> :positionId
     order by reach.rank, reach.depth, p.sort_order, p.title limit :limit`,
    giver,
    ReachRow,
  );
}

const ChosenRow = z.object({ targetId: z.uuid(), isTeam: z.boolean(), timesChosen: z.int(), weight: z.number() });
export type ChosenRow = z.output<typeof ChosenRow>;

type History = { agencyId: string; positionId: string; now: Date; since: Date; halfLifeDays: number };

/** Whom a desk chose since, counted, and weighed by how long ago. A team counts once a disposition. */
export function listChosen(tx: Tx, history: History): Promise<ChosenRow[]> {
  return many(
    tx,
    `select target_id, is_team, count(*) as times_chosen,
       sum(power(0.5, extract(epoch from :now::timestamptz - at) / 86400 / :halfLifeDays))::float8 as weight
     from (
       select distinct on (disposition_id, coalesce(team_id, position_id)) coalesce(team_id, position_id) as target_id,
         team_id is not null as is_team, received_at as at
       from disposition_item
       where agency_id = :agencyId and giver_position_id = :positionId and received_at >= :since
     ) chosen group by target_id, is_team`,
    history,
    ChosenRow,
  );
}

const UsedRow = z.object({ wording: z.string(), timesChosen: z.int(), weight: z.number() });

/** Which instructions a desk gave since. */
export function listUsedInstructions(tx: Tx, history: History): Promise<z.output<typeof UsedRow>[]> {
  return many(
    tx,
    `select wording, count(*) as times_chosen,
       sum(power(0.5, extract(epoch from :now::timestamptz - at) / 86400 / :halfLifeDays))::float8 as weight
     from (
       select distinct disposition_id, unnest(instructions) as wording, received_at as at from disposition_item
       where agency_id = :agencyId and giver_position_id = :positionId and received_at >= :since
     ) used group by wording order by weight desc, wording limit 60`,
    history,
    UsedRow,
  );
}

const Id = z.object({ id: z.uuid() });

/** The desk in command over another; undefined at the top. */
export async function findSuperior(tx: Tx, desk: Desk): Promise<string | undefined> {
  const row = await one(
    tx,
    `select from_position_id as id from position_relation where agency_id = :agencyId and kind = 'command'
       and to_position_id = :positionId and valid @> :date::date`,
    desk,
    Id,
  );
  return row?.id;
}

const GroupRow = z.object({ positionGroup: PositionGroup });

/** Leaders are the regional head and deputies and the regional secretary; office heads lead an OPD. */
export async function findPositionGroup(
  tx: Tx,
  desk: { agencyId: string; positionId: string },
): Promise<PositionGroup> {
  const row = await one(
    tx,
    `select case
         when p.is_regional_head or (p.kind = 'structural' and u.kind = 'root') or (p.is_unit_head and u.kind = 'setda') then 'leader'
         when p.is_unit_head and u.is_opd then 'office_head'
         when p.kind = 'structural' then 'section_head'
         else 'staff' end as position_group
     from position p join org_unit u on u.agency_id = p.agency_id and u.id = p.unit_id
     where p.agency_id = :agencyId and p.id = :positionId`,
    desk,
    GroupRow,
  );
  return row?.positionGroup ?? 'staff';
}

const WordingRow = z.object({ positionGroup: PositionGroup, wording: z.string() });

/** The agency's own master list, in order. */
export function listWordings(tx: Tx, agencyId: string): Promise<z.output<typeof WordingRow>[]> {
  return many(
    tx,
    `select position_group, wording from instruction where agency_id = :agencyId order by position_group, ordinal`,
    { agencyId },
    WordingRow,
  );
}
