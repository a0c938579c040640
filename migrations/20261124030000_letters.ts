import type { Knex } from 'knex';

const upSql = `
create table letter (
  agency_id uuid not null references agency (id),
  id uuid not null,
  type text not null check (type in ('surat_dinas', 'nota_dinas')),
  status text not null check (status in ('draft', 'in_review', 'ready_to_sign', 'signing', 'signed', 'dispatched', 'withdrawn', 'revoked')),
  version int not null,
  drafter_position_id uuid not null,
  drafter_person_id uuid not null,
  unit_id uuid not null,
  signatory_position_id uuid,
  on_behalf_of_position_id uuid,
  subject text not null default '',
  handling_grade text not null default 'biasa' check (handling_grade in ('biasa', 'segera', 'sangat_segera')),
  security_class text not null default 'B' check (security_class in ('B', 'T', 'R', 'SR')),
  classification_code text,
  body jsonb not null,
  body_text text not null default '',
  content_version int not null default 1,
  due_date date,
  returned_step_id uuid,
  returned_by_signatory boolean not null default false,
  register_id uuid,
  register_year int,
  register_number int,
  number text,
  letter_date date,
  signatory_person_id uuid,
  signatory_name text,
  signatory_title text,
  signed_at timestamptz,
  signed_sha256 text,
  signature_level text,
  page_count int,
  signed_size_bytes bigint,
  revoked_by_letter_id uuid,
  revoked_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  submitted_at timestamptz,
  dispatched_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, drafter_position_id) references position (agency_id, id),
  foreign key (agency_id, drafter_person_id) references person (agency_id, id),
  foreign key (agency_id, unit_id) references org_unit (agency_id, id),
  foreign key (agency_id, signatory_position_id) references position (agency_id, id),
  foreign key (agency_id, classification_code) references classification (agency_id, code),
  check ((status in ('signing', 'signed', 'dispatched', 'revoked')) <= (number is not null)),
  check ((status in ('signed', 'dispatched', 'revoked')) <= (signed_sha256 is not null))
);
create index letter_drafter on letter (agency_id, drafter_position_id, status, updated_at desc, id desc);
create index letter_signatory on letter (agency_id, signatory_position_id, status);
create index letter_signing on letter (updated_at) where status = 'signing';

create table letter_version (
  agency_id uuid not null,
  letter_id uuid not null,
  content_version int not null,
  content jsonb not null,
  position_id uuid not null,
  person_id uuid not null,
  reason text not null check (reason in ('submitted', 'corrected', 'resubmitted', 'signed')),
  created_at timestamptz not null,
  primary key (agency_id, letter_id, content_version),
  foreign key (agency_id, letter_id) references letter (agency_id, id)
);

create table letter_recipient (
  agency_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  role text not null check (role in ('to', 'cc')),
  ordinal int not null,
  kind text not null check (kind in ('internal', 'external')),
  position_id uuid,
  name text not null default '',
  address text not null default '',
  place text not null default '',
  email text not null default '',
  delivery_status text not null default 'pending' check (delivery_status in ('pending', 'delivered', 'handed_over', 'failed')),
  delivered_at timestamptz,
  opened_at timestamptz,
  failure text,
  incoming_id uuid,
  primary key (agency_id, id),
  unique (agency_id, letter_id, role, ordinal),
  foreign key (agency_id, letter_id) references letter (agency_id, id),
  foreign key (agency_id, position_id) references position (agency_id, id),
  check ((kind = 'internal') = (position_id is not null))
);
create unique index letter_recipient_once on letter_recipient (agency_id, letter_id, role, position_id) where position_id is not null;

create table letter_annex (
  agency_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  ordinal int not null,
  file_name text not null,
  media_type text not null,
  sha256 text not null,
  size_bytes bigint not null,
  page_count int not null,
  created_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, letter_id) references letter (agency_id, id),
  foreign key (agency_id, sha256) references blob (agency_id, sha256)
);
create index letter_annex_letter on letter_annex (agency_id, letter_id, ordinal);

create table circuit_step (
  agency_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  stage int not null,
  ordinal int not null,
  position_id uuid not null,
  kind text not null check (kind in ('hierarchical', 'coordination')),
  status text not null check (status in ('waiting', 'open', 'initialled', 'returned')),
  opened_at timestamptz,
  acted_at timestamptz,
  content_version int,
  person_id uuid,
  appointment_id uuid,
  primary key (agency_id, id),
  foreign key (agency_id, letter_id) references letter (agency_id, id),
  foreign key (agency_id, position_id) references position (agency_id, id),
  constraint circuit_position_once unique (agency_id, letter_id, position_id) deferrable initially immediate
);
create index circuit_step_letter on circuit_step (agency_id, letter_id, stage, ordinal);
create index circuit_step_desk on circuit_step (agency_id, position_id, status);

create table letter_comment (
  agency_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  parent_id uuid,
  content_version int not null,
  anchor jsonb,
  position_id uuid not null,
  person_id uuid not null,
  text text not null check (length(text) between 1 and 4000),
  created_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by_person_id uuid,
  primary key (agency_id, id),
  foreign key (agency_id, letter_id) references letter (agency_id, id),
  foreign key (agency_id, parent_id) references letter_comment (agency_id, id)
);
create index letter_comment_letter on letter_comment (agency_id, letter_id, created_at);

create table letter_access (
  agency_id uuid not null,
  letter_id uuid not null,
  grantee_kind text not null check (grantee_kind in ('position', 'unit_role', 'person')),
  grantee_id uuid not null,
  role text not null default '',
  reason text not null,
  created_at timestamptz not null,
  primary key (agency_id, letter_id, grantee_kind, grantee_id, role),
  foreign key (agency_id, letter_id) references letter (agency_id, id),
  check ((grantee_kind = 'unit_role') = (role <> ''))
);
create index letter_access_grantee on letter_access (agency_id, grantee_kind, grantee_id, role);

create table register (
  agency_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('surat_dinas', 'nota_dinas', 'agenda')),
  name text not null,
  format text not null,
  padding int not null default 0 check (padding between 0 and 8),
  primary key (agency_id, id),
  unique (agency_id, unit_id, kind),
  foreign key (agency_id, unit_id) references org_unit (agency_id, id)
);

create table register_year (
  agency_id uuid not null,
  register_id uuid not null,
  year int not null,
  next int not null check (next >= 1),
  primary key (agency_id, register_id, year),
  foreign key (agency_id, register_id) references register (agency_id, id)
);

create table register_entry (
  agency_id uuid not null,
  register_id uuid not null,
  year int not null,
  number int not null,
  suffix text not null default '',
  entity_id uuid not null,
  status text not null default 'used' check (status in ('used', 'void')),
  taken_at timestamptz not null,
  business_date date not null,
  void_reason text,
  voided_by_position_id uuid,
  voided_at timestamptz,
  primary key (agency_id, register_id, year, number, suffix),
  foreign key (agency_id, register_id) references register (agency_id, id),
  check ((status = 'void') = (void_reason is not null))
);
create index register_entry_entity on register_entry (agency_id, entity_id);

-- Takes the next number of a register and year: serialised by an advisory lock, gap-free because it rolls back with its transaction.
create function take_number(p_agency uuid, p_register uuid, p_year int, p_entity uuid, p_at timestamptz, p_date date) returns int
language plpgsql as $$
declare
  v_number int;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_register::text, p_year));
  insert into register_year (agency_id, register_id, year, next) values (p_agency, p_register, p_year, 2)
  on conflict (agency_id, register_id, year) do update set next = register_year.next + 1
  returning next - 1 into v_number;
  insert into register_entry (agency_id, register_id, year, number, entity_id, taken_at, business_date)
  values (p_agency, p_register, p_year, v_number, p_entity, p_at, p_date);
  return v_number;
end $$;
`;

const downSql = `
drop function take_number(uuid, uuid, int, uuid, timestamptz, date);
drop table register_entry, register_year, register, letter_access, letter_comment, circuit_step, letter_annex, letter_recipient,
  letter_version, letter cascade;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
