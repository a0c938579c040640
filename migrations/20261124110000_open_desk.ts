import type { Knex } from 'knex';

const upSql = `
-- The desk of a person's appointment at an instant of the agency's clock; null when the appointment does not hold then.
create function find_desk(p_agency uuid, p_person uuid, p_appointment uuid, p_now timestamptz) returns jsonb
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
          and h.kind = 'plh' and not h.is_shared and h.valid @> v_date),
      'roles', coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'unitId', r.unit_id)) from position_role r
        where r.agency_id = a.agency_id and r.position_id = a.position_id), '[]'))
    from appointment a join position p on p.agency_id = a.agency_id and p.id = a.position_id
    where a.agency_id = p_agency and a.id = p_appointment and a.person_id = p_person and a.valid @> v_date and p.abolished_at is null);
end $$;

-- Session and desk of a request in one round trip; no row without a session that holds. To be called alone.
create function open_desk(p_hash bytea, p_now timestamptz, p_idle_since timestamptz, p_appointment uuid)
returns table (account_id uuid, agency_id uuid, person_id uuid, last_seen_at timestamptz, desk jsonb)
language plpgsql as $$
begin
  select s.account_id, s.agency_id, a.person_id, s.last_seen_at into account_id, agency_id, person_id, last_seen_at
  from session s join account a on a.id = s.account_id
  where s.id_hash = p_hash and s.expires_at > p_now and s.last_seen_at > p_idle_since and a.disabled_at is null;
  if not found then
    return;
  end if;
  if p_appointment is not null then
    perform set_config('app.agency_id', agency_id::text, true);
    desk := find_desk(agency_id, person_id, p_appointment, p_now);
  end if;
  return next;
end $$;
revoke execute on function open_desk(bytea, timestamptz, timestamptz, uuid), find_desk(uuid, uuid, uuid, timestamptz) from public;
grant execute on function open_desk(bytea, timestamptz, timestamptz, uuid), find_desk(uuid, uuid, uuid, timestamptz) to lontar_app;
`;

const downSql = `
drop function open_desk(bytea, timestamptz, timestamptz, uuid);
drop function find_desk(uuid, uuid, uuid, timestamptz);
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
