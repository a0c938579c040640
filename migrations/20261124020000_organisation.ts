import type { Knex } from 'knex';

const upSql = `
create table org_unit (
  agency_id uuid not null references agency (id),
  id uuid not null,
  parent_id uuid,
  kind text not null check (kind in ('root', 'setda', 'asisten', 'biro', 'dinas', 'badan', 'inspektorat', 'bidang', 'bagian', 'uptd')),
  name text not null,
  short_name text not null,
  numbering_code text not null,
  is_opd boolean not null,
  letterhead jsonb,
  place text not null,
  sort_order int not null default 0,
  primary key (agency_id, id),
  foreign key (agency_id, parent_id) references org_unit (agency_id, id)
);
create index org_unit_parent on org_unit (agency_id, parent_id);

create table position (
  agency_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  title text not null,
  short_title text not null,
  signature_title text not null,
  echelon text,
  kind text not null check (kind in ('structural', 'functional', 'staff')),
  is_unit_head boolean not null,
  is_regional_head boolean not null default false,
  sort_order int not null default 0,
  abolished_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references org_unit (agency_id, id)
);
create index position_unit on position (agency_id, unit_id);
create unique index position_one_head on position (agency_id, unit_id) where is_unit_head and abolished_at is null;

create table position_relation (
  agency_id uuid not null,
  id uuid not null,
  from_position_id uuid not null,
  to_position_id uuid not null,
  kind text not null check (kind in ('command', 'coordination', 'secretary_of', 'team_member')),
  valid daterange not null check (not isempty(valid)),
  primary key (agency_id, id),
  foreign key (agency_id, from_position_id) references position (agency_id, id),
  foreign key (agency_id, to_position_id) references position (agency_id, id),
  check (from_position_id <> to_position_id),
  constraint one_command_parent exclude using gist (agency_id with =, to_position_id with =, valid with &&) where (kind = 'command')
);
create index position_relation_from on position_relation (agency_id, from_position_id, kind);
comment on table position_relation is 'command: from = superior, to = subordinate. secretary_of: from = secretary, to = official served.';

create table appointment (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  position_id uuid not null,
  kind text not null check (kind in ('definitif', 'plt', 'plh')),
  valid daterange not null check (not isempty(valid)),
  is_shared boolean not null default false,
  decree_number text not null default '',
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id),
  foreign key (agency_id, position_id) references position (agency_id, id),
  constraint one_definitive_holder exclude using gist (agency_id with =, position_id with =, valid with &&) where (kind = 'definitif'),
  constraint one_acting_holder exclude using gist (agency_id with =, position_id with =, valid with &&) where (kind in ('plt', 'plh'))
);
create index appointment_person on appointment (agency_id, person_id);
create index appointment_position on appointment (agency_id, position_id);

create table position_role (
  agency_id uuid not null,
  position_id uuid not null,
  unit_id uuid not null,
  role text not null check (role in ('registry', 'archivist', 'auditor', 'admin')),
  primary key (agency_id, position_id, unit_id, role),
  foreign key (agency_id, position_id) references position (agency_id, id),
  foreign key (agency_id, unit_id) references org_unit (agency_id, id)
);

create table classification (
  agency_id uuid not null references agency (id),
  code text not null check (code ~ '^[0-9]{3}(\\.[0-9]+)*$'),
  parent_code text,
  name text not null,
  active_years int,
  inactive_years int,
  final_action text check (final_action in ('destroy', 'permanent', 'review')),
  security_class text not null default 'B' check (security_class in ('B', 'T', 'R', 'SR')),
  primary key (agency_id, code),
  foreign key (agency_id, parent_code) references classification (agency_id, code)
);

-- The unit itself and every unit above it, nearest first.
create function unit_ancestors(p_agency uuid, p_unit uuid) returns table (unit_id uuid, distance int)
language sql stable as $$
  with recursive up as (
    select id, parent_id, 0 as distance from org_unit where agency_id = p_agency and id = p_unit
    union all
    select u.id, u.parent_id, up.distance + 1 from up join org_unit u on u.agency_id = p_agency and u.id = up.parent_id
    where up.distance < 20
  )
  select id, distance from up
$$;

-- The organisation (OPD, or Setda) a unit belongs to: the nearest unit upward that is one.
create function unit_opd(p_agency uuid, p_unit uuid) returns uuid
language sql stable as $$
  select a.unit_id from unit_ancestors(p_agency, p_unit) a
  join org_unit u on u.agency_id = p_agency and u.id = a.unit_id
  where u.is_opd order by a.distance limit 1
$$;
`;

const downSql = `
drop function unit_opd(uuid, uuid);
drop function unit_ancestors(uuid, uuid);
drop table classification, position_role, appointment, position_relation, position, org_unit cascade;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
