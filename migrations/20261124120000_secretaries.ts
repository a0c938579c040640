import type { Knex } from 'knex';

/** The desk of a person's appointment at an instant of the agency's clock; null when the appointment does not hold then. */
const findDesk = (more: string) => `
create or replace function find_desk(p_agency uuid, p_person uuid, p_appointment uuid, p_now timestamptz) returns jsonb
language plpgsql stable as $$
declare
  v_date date;
begin
  select (p_now at time zone time_zone)::date into v_date from agency where id = p_agency;
  return (
    select jsonb_build_object(
      'appointmentId', a.id, 'appointmentKind', a.kind, 'positionId', a.position_id, 'unitId', p.unit_id,
      'opdId', coalesce(unit_opd(a.agency_id, p.unit_id), p.unit_id),
      'canAct', a.kind <> 'definitif' or not exists (
        select from appointment h where h.agency_id = a.agency_id and h.position_id = a.position_id
          and h.kind = 'plh' and not h.is_shared and h.valid @> v_date),${more}
      'roles', coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'unitId', r.unit_id)) from position_role r
        where r.agency_id = a.agency_id and r.position_id = a.position_id), '[]'))
    from appointment a join position p on p.agency_id = a.agency_id and p.id = a.position_id
    where a.agency_id = p_agency and a.id = p_appointment and a.person_id = p_person and a.valid @> v_date and p.abolished_at is null);
end $$;
`;

const SERVES = `
      'serves', coalesce((select jsonb_agg(s.to_position_id) from position_relation s
        where s.agency_id = a.agency_id and s.kind = 'secretary_of' and s.from_position_id = a.position_id and s.valid @> v_date), '[]'),`;

const dropSearchRights = `
set local role lontar_search;
drop function search_rights(uuid, uuid, text);
reset role;
`;

/** Every search row gets its rights anew while the function still belongs to the owner, whom no tenant wall stops. */
const closeSearchRights = `
update letter_search s set rights = search_rights(s.agency_id, s.letter_id, s.security_class);
revoke execute on function search_rights(uuid, uuid, text) from public;
grant execute on function search_rights(uuid, uuid, text) to lontar_search;
alter function search_rights(uuid, uuid, text) owner to lontar_search;
`;

const upSql = `
${findDesk(SERVES)}
-- Secretaries of the day read open letters by their relation. What was granted outlived it; grants on R and SR were explicit.
delete from incoming_access g using incoming_letter i
where i.agency_id = g.agency_id and i.id = g.incoming_id and i.security_class in ('B', 'T') and g.reason = 'secretary';
delete from letter_access g using letter l
where l.agency_id = g.agency_id and l.id = g.letter_id and l.security_class in ('B', 'T') and g.reason = 'secretary';
${dropSearchRights}
-- Who may find a letter, as tokens: p:<position>, u:<unit>:<role> (B and T), x:<person> (B), and s:<position> for the
-- secretaries of a position that the letter reached (B and T). The same rule as canRead.
create function search_rights(p_agency uuid, p_letter uuid, p_class text) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct token), '{}')
  from letter_access g
  cross join lateral (
    select case grantee_kind
      when 'position' then 'p:' || grantee_id
      when 'unit_role' then 'u:' || grantee_id || ':' || role
      else 'x:' || grantee_id end as token
    union all
    select 's:' || grantee_id
    where grantee_kind = 'position' and p_class in ('B', 'T')
      and (reason in ('recipient', 'carbon copy', 'forwarded') or reason like 'disposition:%')
  ) tokens
  where agency_id = p_agency and letter_id = p_letter
    and (grantee_kind = 'position' or (grantee_kind = 'unit_role' and p_class in ('B', 'T')) or (grantee_kind = 'person' and p_class = 'B'))
$$;
${closeSearchRights}
`;

const downSql = `
${findDesk('')}
${dropSearchRights}
create function search_rights(p_agency uuid, p_letter uuid, p_class text) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct case grantee_kind
      when 'position' then 'p:' || grantee_id
      when 'unit_role' then 'u:' || grantee_id || ':' || role
      else 'x:' || grantee_id end), '{}')
  from letter_access
  where agency_id = p_agency and letter_id = p_letter
    and (grantee_kind = 'position' or (grantee_kind = 'unit_role' and p_class in ('B', 'T')) or (grantee_kind = 'person' and p_class = 'B'))
$$;
${closeSearchRights}
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
