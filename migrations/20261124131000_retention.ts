import type { Knex } from 'knex';

const tenantTables = ['classification_edition', 'classification_edition_file', 'classification_version'];

const upSql = `
-- One decision about the classification or the retention schedule: a decree, an import, a change by hand.
create table classification_edition (
  agency_id uuid not null references agency (id),
  id uuid not null,
  kind text not null check (kind in ('starter', 'import', 'manual')),
  status text not null check (status in ('draft', 'scheduled', 'applied', 'discarded')),
  title text not null default '',
  decree_number text not null default '',
  reason text not null default '',
  effective_from date,
  counts jsonb not null default '{}',
  created_at timestamptz not null,
  created_by_position_id uuid,
  created_by_person_id uuid,
  decided_at timestamptz,
  applied_at timestamptz,
  primary key (agency_id, id),
  check (status in ('draft', 'discarded') or (effective_from is not null and decided_at is not null)),
  check ((status = 'applied') = (applied_at is not null))
);
create index classification_edition_due on classification_edition (agency_id, effective_from) where status = 'scheduled';
create index classification_edition_age on classification_edition (agency_id, created_at desc, id desc);

-- The CSV files that an edition was read from, as they came.
create table classification_edition_file (
  agency_id uuid not null,
  edition_id uuid not null,
  slot text not null check (slot in ('scheme', 'schedule')),
  file_name text not null,
  sha256 text not null,
  size_bytes bigint not null,
  row_count int not null,
  uploaded_at timestamptz not null,
  primary key (agency_id, edition_id, slot),
  foreign key (agency_id, edition_id) references classification_edition (agency_id, id),
  foreign key (agency_id, sha256) references blob (agency_id, sha256)
);

-- What held for a code, and when. An empty range: another edition of the same first day took its place.
create table classification_version (
  agency_id uuid not null,
  code text not null check (code ~ '^[0-9]{3}(\\.[0-9]+)*$'),
  edition_id uuid not null,
  starts_on date not null,
  valid daterange not null,
  name text not null check (name <> ''),
  parent_code text,
  active_years int check (active_years between 0 and 100),
  inactive_years int check (inactive_years between 0 and 100),
  trigger_event text not null default '',
  final_action text check (final_action in ('destroy', 'permanent', 'review')),
  exception_note text not null default '',
  security_class text not null default 'B' check (security_class in ('B', 'T', 'R', 'SR')),
  access_note text not null default '',
  primary key (agency_id, code, edition_id),
  foreign key (agency_id, edition_id) references classification_edition (agency_id, id),
  check (isempty(valid) or lower(valid) = starts_on),
  check (num_nonnulls(active_years, inactive_years, final_action) in (0, 3)),
  check (final_action is not null or (trigger_event = '' and exception_note = '')),
  constraint one_version_in_force exclude using gist (agency_id with =, code with =, valid with &&)
);
create index classification_version_children on classification_version (agency_id, parent_code, code);

-- What was there before becomes the first edition.
insert into classification_edition (agency_id, id, kind, status, title, effective_from, created_at, decided_at, applied_at)
select a.id, gen_random_uuid(), 'starter', 'applied', 'Klasifikasi awal', date '2000-01-01', a.created_at, a.created_at, a.created_at
from agency a where exists (select from classification c where c.agency_id = a.id);
insert into classification_version (agency_id, code, edition_id, starts_on, valid, name, parent_code, active_years, inactive_years,
  trigger_event, final_action, exception_note, security_class)
select c.agency_id, c.code, e.id, e.effective_from, daterange(e.effective_from, c.retired_on), c.name, c.parent_code,
  case when has.rule then c.active_years end, case when has.rule then c.inactive_years end,
  case when has.rule then c.trigger_event else '' end, case when has.rule then c.final_action end,
  case when has.rule then c.exception_note else '' end, c.security_class
from classification c
join classification_edition e on e.agency_id = c.agency_id
cross join lateral (select num_nonnulls(c.active_years, c.inactive_years, c.final_action) = 3 as rule) has;

${tenantTables
  .map(
    (table) => `alter table ${table} enable row level security;
create policy tenant on ${table} using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on ${table} to lontar_app;`,
  )
  .join('\n')}
grant delete on classification_edition_file to lontar_app;
grant update on classification to lontar_app;
`;

const downSql = `
drop table classification_version, classification_edition_file, classification_edition;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
