import type { Knex } from 'knex';

const tenantTables = [
  'storage_box',
  'file_counter',
  'archive_document',
  'archive_document_file',
  'document_access',
  'legal_hold',
  'legal_hold_file',
];

const upSql = `
-- What a retention rule says besides its years. An empty trigger means: since the file was closed.
alter table classification
  add column trigger_event text not null default '',
  add column exception_note text not null default '',
  add column retired_on date;

-- A box on a rack: what a label stands for.
create table storage_box (
  agency_id uuid not null references agency (id),
  id uuid not null,
  unit_id uuid not null,
  code text not null check (length(code) between 1 and 40),
  room text not null default '',
  rack text not null default '',
  note text not null default '',
  version int not null default 1,
  created_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, unit_id, code),
  foreign key (agency_id, unit_id) references org_unit (agency_id, id)
);

-- Running numbers of files (berkas) by organisation and year.
create table file_counter (
  agency_id uuid not null,
  unit_id uuid not null,
  year int not null,
  next int not null check (next >= 1),
  primary key (agency_id, unit_id, year),
  foreign key (agency_id, unit_id) references org_unit (agency_id, id)
);
create function take_file_number(p_agency uuid, p_unit uuid, p_year int) returns int language sql as $$
  insert into file_counter (agency_id, unit_id, year, next) values (p_agency, p_unit, p_year, 2)
  on conflict (agency_id, unit_id, year) do update set next = file_counter.next + 1
  returning next - 1
$$;

-- Retention runs for the whole file. Its rule is frozen when the file is closed; the years count from the later of closing and trigger.
alter table record_file
  drop constraint record_file_agency_id_unit_id_classification_code_year_key,
  drop constraint record_file_status_check,
  add column number int,
  add column description text not null default '',
  add column is_standing boolean not null default true,
  add column lifecycle text not null default 'active' check (lifecycle in ('active', 'inactive', 'destroyed', 'handed_over', 'permanent')),
  add column closed_on date,
  add column trigger_on date,
  add column active_years int,
  add column inactive_years int,
  add column trigger_event text,
  add column final_action text check (final_action in ('destroy', 'permanent', 'review')),
  add column exception_note text,
  add column active_until date,
  add column inactive_until date,
  add column kept_by_unit_id uuid,
  add column box_id uuid,
  add column folder text not null default '',
  add column merged_into_id uuid,
  add column version int not null default 1,
  add foreign key (agency_id, kept_by_unit_id) references org_unit (agency_id, id),
  add foreign key (agency_id, box_id) references storage_box (agency_id, id),
  add foreign key (agency_id, merged_into_id) references record_file (agency_id, id),
  add constraint record_file_status_check check (status in ('open', 'closed', 'merged')),
  add constraint record_file_merged check ((status = 'merged') = (merged_into_id is not null)),
  add constraint record_file_closed check (status <> 'closed' or closed_on is not null);
update record_file f set number = n.number from (
  select agency_id, id, row_number() over (partition by agency_id, unit_id, year order by created_at, id) as number from record_file
) n where n.agency_id = f.agency_id and n.id = f.id;
insert into file_counter (agency_id, unit_id, year, next)
select agency_id, unit_id, year, max(number) + 1 from record_file group by agency_id, unit_id, year;
alter table record_file alter column number set not null;
create unique index record_file_number on record_file (agency_id, unit_id, year, number);
-- The standing file of a classification and year takes what belongs to no other.
create unique index record_file_standing on record_file (agency_id, unit_id, classification_code, year) where is_standing and status = 'open';
create index record_file_code on record_file (agency_id, unit_id, classification_code, year desc, number desc);
create index record_file_active_due on record_file (agency_id, unit_id, active_until) where status = 'closed' and lifecycle = 'active';
create index record_file_inactive_due on record_file (agency_id, unit_id, inactive_until) where lifecycle = 'inactive';
create index record_file_box on record_file (agency_id, box_id) where box_id is not null;

-- What was made elsewhere: paper, other systems, the time before Lontar, and what another instance handed over.
create table archive_document (
  agency_id uuid not null references agency (id),
  id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('incoming_letter', 'outgoing_letter', 'other')),
  title text not null check (title <> ''),
  number text not null default '',
  document_date date not null,
  sender text not null default '',
  recipient text not null default '',
  summary text not null default '',
  classification_code text,
  security_class text not null check (security_class in ('B', 'T', 'R', 'SR')),
  media text not null check (media in ('electronic', 'paper', 'mixed')),
  page_count int not null default 0,
  body_text text not null default '',
  source text not null check (source in ('manual', 'load', 'import')),
  source_key text,
  origin jsonb,
  created_by_position_id uuid,
  created_by_person_id uuid,
  created_at timestamptz not null,
  version int not null default 1,
  destroyed_at timestamptz,
  primary key (agency_id, id),
  unique (agency_id, source, source_key),
  foreign key (agency_id, unit_id) references org_unit (agency_id, id),
  foreign key (agency_id, classification_code) references classification (agency_id, code)
);
create index archive_document_unit on archive_document (agency_id, unit_id, document_date desc, id desc);
create table archive_document_file (
  agency_id uuid not null,
  document_id uuid not null,
  ordinal int not null,
  file_name text not null,
  media_type text not null,
  sha256 text not null,
  size_bytes bigint not null,
  primary key (agency_id, document_id, ordinal),
  foreign key (agency_id, document_id) references archive_document (agency_id, id),
  foreign key (agency_id, sha256) references blob (agency_id, sha256)
);
create table document_access (
  agency_id uuid not null,
  document_id uuid not null,
  grantee_kind text not null check (grantee_kind in ('position', 'unit_role', 'person')),
  grantee_id uuid not null,
  role text not null default '',
  reason text not null,
  created_at timestamptz not null,
  primary key (agency_id, document_id, grantee_kind, grantee_id, role, reason),
  foreign key (agency_id, document_id) references archive_document (agency_id, id),
  check ((grantee_kind = 'unit_role') = (role <> ''))
);
create index document_access_grantee on document_access (agency_id, grantee_kind, grantee_id, document_id);

-- One item of a file. Without file_id nothing fitted and an archivist must choose.
alter table record
  drop column lifecycle,
  drop constraint record_agency_id_letter_id_incoming_id_key,
  drop constraint record_subject,
  alter column file_id drop not null,
  add column document_id uuid,
  add column ordinal int,
  add column copy_status text not null default 'original' check (copy_status in ('original', 'copy', 'carbon_copy', 'photocopy')),
  add column reason text not null default 'classification'
    check (reason in ('classification', 'reply', 'disposition', 'assignment', 'history', 'manual')),
  add column is_certain boolean not null default false,
  add column filed_by_position_id uuid,
  add column filed_by_person_id uuid,
  add column version int not null default 1,
  add column destroyed_at timestamptz,
  add foreign key (agency_id, document_id) references archive_document (agency_id, id),
  add constraint record_subject check (letter_id is not null or incoming_id is not null or document_id is not null),
  add constraint record_filed check (filing = 'proposed' or file_id is not null),
  add constraint record_once unique nulls not distinct (agency_id, letter_id, incoming_id, document_id);
create index record_waiting on record (agency_id, unit_id, created_at desc, id desc) where filing = 'proposed';
create index record_incoming on record (agency_id, incoming_id) where incoming_id is not null;
create index record_document on record (agency_id, document_id) where document_id is not null;

-- An open case or audit: nothing of these files moves, is handed over or destroyed.
create table legal_hold (
  agency_id uuid not null references agency (id),
  id uuid not null,
  unit_id uuid not null,
  case_number text not null check (length(case_number) between 1 and 120),
  reason text not null check (length(reason) between 5 and 1000),
  placed_at timestamptz not null,
  placed_by_position_id uuid not null,
  placed_by_person_id uuid not null,
  released_at timestamptz,
  released_by_position_id uuid,
  released_by_person_id uuid,
  release_reason text,
  version int not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references org_unit (agency_id, id),
  check ((released_at is null) = (release_reason is null))
);
create table legal_hold_file (
  agency_id uuid not null,
  hold_id uuid not null,
  file_id uuid not null,
  primary key (agency_id, hold_id, file_id),
  foreign key (agency_id, hold_id) references legal_hold (agency_id, id),
  foreign key (agency_id, file_id) references record_file (agency_id, id)
);
create index legal_hold_file_file on legal_hold_file (agency_id, file_id);
-- True while any case that names the file is open.
create function is_file_held(p_agency uuid, p_file uuid) returns boolean language sql stable as $$
  select exists (
    select 1 from legal_hold_file hf join legal_hold h on h.agency_id = hf.agency_id and h.id = hf.hold_id
    where hf.agency_id = p_agency and hf.file_id = p_file and h.released_at is null)
$$;

${tenantTables
  .map(
    (table) => `alter table ${table} enable row level security;
create policy tenant on ${table} using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on ${table} to lontar_app;`,
  )
  .join('\n')}
grant delete on document_access, archive_document_file, legal_hold_file to lontar_app;
`;

const downSql = `
drop function is_file_held(uuid, uuid);
drop table legal_hold_file, legal_hold;
delete from record where (letter_id is null and incoming_id is null) or file_id is null;
drop index record_document, record_incoming, record_waiting;
alter table record
  drop constraint record_once, drop constraint record_filed, drop constraint record_subject,
  drop column destroyed_at, drop column version, drop column filed_by_person_id, drop column filed_by_position_id, drop column is_certain,
  drop column reason, drop column copy_status, drop column ordinal, drop column document_id,
  alter column file_id set not null,
  add column lifecycle text not null default 'active' check (lifecycle in ('active', 'inactive', 'destroyed', 'handed_over', 'permanent', 'held')),
  add constraint record_subject check (letter_id is not null or incoming_id is not null),
  add constraint record_agency_id_letter_id_incoming_id_key unique nulls not distinct (agency_id, letter_id, incoming_id);
drop table document_access, archive_document_file, archive_document;
drop index record_file_box, record_file_inactive_due, record_file_active_due, record_file_code, record_file_standing, record_file_number;
alter table record_file
  drop constraint record_file_closed, drop constraint record_file_merged, drop constraint record_file_status_check,
  drop column version, drop column merged_into_id, drop column folder, drop column box_id, drop column kept_by_unit_id,
  drop column inactive_until, drop column active_until, drop column exception_note, drop column final_action, drop column trigger_event,
  drop column inactive_years, drop column active_years, drop column trigger_on, drop column closed_on, drop column lifecycle,
  drop column is_standing, drop column description, drop column number,
  add constraint record_file_status_check check (status in ('open', 'closed')),
  add constraint record_file_agency_id_unit_id_classification_code_year_key unique (agency_id, unit_id, classification_code, year);
drop function take_file_number(uuid, uuid, int);
drop table file_counter, storage_box;
alter table classification drop column retired_on, drop column exception_note, drop column trigger_event;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
