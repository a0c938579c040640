import type { Knex } from 'knex';

const tenantTables = ['disposal', 'disposal_counter', 'disposal_file', 'disposal_party', 'disposal_act'];

const upSql = `
create table disposal_counter (
  agency_id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('transfer', 'destruction', 'handover')),
  year int not null,
  next int not null check (next >= 1),
  primary key (agency_id, unit_id, kind, year),
  foreign key (agency_id, unit_id) references org_unit (agency_id, id)
);
create function take_disposal_number(p_agency uuid, p_unit uuid, p_kind text, p_year int) returns int language sql as $$
  insert into disposal_counter (agency_id, unit_id, kind, year, next) values (p_agency, p_unit, p_kind, p_year, 2)
  on conflict (agency_id, unit_id, kind, year) do update set next = disposal_counter.next + 1
  returning next - 1
$$;

-- One procedure of penyusutan: pemindahan, pemusnahan or penyerahan of a set of files. A round begins with each submission.
create table disposal (
  agency_id uuid not null references agency (id),
  id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('transfer', 'destruction', 'handover')),
  year int not null,
  number int not null,
  state text not null
    check (state in ('draft', 'assessment', 'approval', 'approved', 'decreed', 'executing', 'minutes', 'done', 'cancelled')),
  version int not null default 1,
  round int not null default 0,
  route text check (route in ('regional_head', 'archival_institution', 'national_archive')),
  location text not null default '',
  method text check (method in ('shredded', 'burned', 'melted', 'other')),
  method_note text not null default '',
  proposer_position_id uuid not null,
  proposer_person_id uuid not null,
  return_reason text,
  cancel_reason text,
  external_number text,
  external_date date,
  external_sha256 text,
  external_size_bytes bigint,
  created_at timestamptz not null,
  submitted_at timestamptz,
  approved_at timestamptz,
  executing_at timestamptz,
  executed_at timestamptz,
  finished_at timestamptz,
  primary key (agency_id, id),
  unique (agency_id, unit_id, kind, year, number),
  foreign key (agency_id, unit_id) references org_unit (agency_id, id),
  foreign key (agency_id, external_sha256) references blob (agency_id, sha256),
  check ((state = 'cancelled') = (cancel_reason is not null)),
  check (state = 'draft' or kind = 'transfer' or state = 'cancelled' or route is not null),
  check (state <> 'executing' or (kind = 'destruction' and method is not null and executing_at is not null))
);
create index disposal_unit on disposal (agency_id, unit_id, created_at desc, id desc);

-- What is proposed. Held files stay in the list and are left out when their turn comes.
create table disposal_file (
  agency_id uuid not null,
  disposal_id uuid not null,
  file_id uuid not null,
  ordinal int not null,
  status text not null default 'included' check (status in ('included', 'excluded', 'left_out', 'done')),
  is_open boolean not null default true,
  reason text not null default '',
  box_id uuid,
  folder text not null default '',
  settled_at timestamptz,
  primary key (agency_id, disposal_id, file_id),
  unique (agency_id, disposal_id, ordinal),
  foreign key (agency_id, disposal_id) references disposal (agency_id, id),
  foreign key (agency_id, file_id) references record_file (agency_id, id),
  foreign key (agency_id, box_id) references storage_box (agency_id, id)
);
create unique index disposal_file_once on disposal_file (agency_id, file_id) where is_open;

-- Who takes part: by desk; the person is known once that desk has acted.
create table disposal_party (
  agency_id uuid not null,
  disposal_id uuid not null,
  role text not null check (role in ('panel_chair', 'panel_creator', 'panel_archivist', 'panel_member', 'processing_head',
    'records_head', 'creator_head', 'executor', 'witness_legal', 'witness_inspectorate', 'receiver')),
  position_id uuid not null,
  ordinal int not null,
  person_id uuid,
  verdict text check (verdict in ('approve', 'return', 'attend')),
  note text not null default '',
  typed_count int,
  acted_at timestamptz,
  primary key (agency_id, disposal_id, role, position_id),
  foreign key (agency_id, disposal_id) references disposal (agency_id, id),
  foreign key (agency_id, position_id) references position (agency_id, id),
  check ((verdict is null) = (acted_at is null)),
  check ((verdict is null) = (person_id is null))
);
create index disposal_party_desk on disposal_party (agency_id, position_id, disposal_id);

-- What a person has done in a round, whatever the desk: two people are told apart by these rows.
create table disposal_act (
  agency_id uuid not null,
  disposal_id uuid not null,
  round int not null,
  kind text not null check (kind in ('propose', 'assess', 'approve', 'record_approval', 'confirm_approval', 'attend', 'execute')),
  person_id uuid not null,
  position_id uuid not null,
  appointment_id uuid not null,
  acted_at timestamptz not null,
  primary key (agency_id, disposal_id, round, kind, person_id),
  foreign key (agency_id, disposal_id) references disposal (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);

-- The last wall behind the verbs: pairs of acts that one person may never do in the same round.
create function disposal_two_people() returns trigger language plpgsql as $$
begin
  if exists (
    select from disposal_act a
    join (values ('propose', 'approve'), ('propose', 'execute'), ('propose', 'confirm_approval'), ('propose', 'attend'),
        ('record_approval', 'confirm_approval'), ('assess', 'attend'), ('attend', 'execute'), ('approve', 'execute'),
        ('approve', 'attend')) as apart (one, other)
      on (a.kind, new.kind) in ((apart.one, apart.other), (apart.other, apart.one))
    where a.agency_id = new.agency_id and a.disposal_id = new.disposal_id and a.round = new.round and a.person_id = new.person_id
  ) then
    raise exception 'one person cannot do both parts of a disposal' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger disposal_two_people before insert on disposal_act for each row execute function disposal_two_people();

${tenantTables
  .map(
    (table) => `alter table ${table} enable row level security;
create policy tenant on ${table} using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on ${table} to lontar_app;`,
  )
  .join('\n')}
revoke update on disposal_act from lontar_app;
grant delete on disposal_file, disposal_party to lontar_app;
`;

const downSql = `
drop table disposal_act, disposal_party, disposal_file, disposal;
drop function disposal_two_people();
drop function take_disposal_number(uuid, uuid, text, int);
drop table disposal_counter;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
