import type { Knex } from 'knex';

const upSql = `
create table certificate (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  provider text not null check (provider in ('demo', 'local', 'bsre')),
  serial text not null,
  certificate_pem text not null,
  keystore bytea,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  revoked_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create index certificate_person on certificate (agency_id, person_id);

create table signing_attempt (
  agency_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  content_version int not null,
  certificate_id uuid not null,
  person_id uuid not null,
  position_id uuid not null,
  appointment_id uuid not null,
  secret_id uuid not null,
  state text not null check (state in ('numbered', 'typeset', 'sealed', 'accepted', 'failed', 'lost')),
  sheet jsonb not null,
  started_at timestamptz not null,
  typeset_at timestamptz,
  typeset_sha256 text,
  signature_box jsonb,
  page_count int,
  sealed_at timestamptz,
  sealed_sha256 text,
  stamped_at timestamptz,
  accepted_at timestamptz,
  accepted_sha256 text,
  failed_at timestamptz,
  failure_code text,
  tries int not null default 0,
  waiting_since timestamptz,
  waiting_for text check (waiting_for in ('signing_service', 'timestamp_service')),
  next_try_at timestamptz,
  timestamp_time timestamptz,
  validation jsonb,
  primary key (agency_id, id),
  foreign key (agency_id, letter_id) references letter (agency_id, id),
  foreign key (agency_id, certificate_id) references certificate (agency_id, id)
);
create index signing_attempt_letter on signing_attempt (agency_id, letter_id, started_at);
create unique index signing_attempt_one_running on signing_attempt (agency_id, letter_id) where state in ('numbered', 'typeset', 'sealed');
create unique index signing_attempt_one_accepted on signing_attempt (agency_id, letter_id) where state = 'accepted';

create unlogged table signing_secret (
  id uuid primary key,
  agency_id uuid not null,
  sealed bytea not null,
  expires_at timestamptz not null
);

create table verification_token (
  token text primary key check (token ~ '^[A-Za-z0-9_-]{22}$'),
  short_code text not null unique check (short_code ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  agency_id uuid not null,
  letter_id uuid not null,
  created_at timestamptz not null,
  unique (agency_id, letter_id),
  foreign key (agency_id, letter_id) references letter (agency_id, id)
);

create table incoming_letter (
  agency_id uuid not null,
  id uuid not null,
  origin_letter_id uuid not null,
  register_id uuid,
  unit_id uuid not null,
  agenda_number int,
  agenda_year int,
  status text not null check (status in ('registered', 'directed', 'in_progress', 'done', 'filed')),
  version int not null default 1,
  received_at timestamptz not null,
  received_date date not null,
  primary key (agency_id, id),
  foreign key (agency_id, origin_letter_id) references letter (agency_id, id),
  foreign key (agency_id, register_id) references register (agency_id, id),
  foreign key (agency_id, unit_id) references org_unit (agency_id, id),
  unique nulls not distinct (agency_id, origin_letter_id, register_id, unit_id),
  check ((register_id is null) = (agenda_number is null))
);
create index incoming_letter_unit on incoming_letter (agency_id, unit_id, received_at desc);

create table incoming_addressee (
  agency_id uuid not null,
  incoming_id uuid not null,
  position_id uuid not null,
  role text not null check (role in ('to', 'cc')),
  received_at timestamptz not null,
  read_at timestamptz,
  read_by_person_id uuid,
  primary key (agency_id, incoming_id, position_id, role),
  foreign key (agency_id, incoming_id) references incoming_letter (agency_id, id),
  foreign key (agency_id, position_id) references position (agency_id, id)
);
create index incoming_addressee_desk on incoming_addressee (agency_id, position_id, received_at desc, incoming_id desc);

create table mail_message (
  agency_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  recipient_id uuid not null,
  message_id text not null,
  to_address text not null,
  to_name text not null,
  subject text not null,
  body_text text not null,
  attachment_name text,
  attachment_sha256 text,
  status text not null check (status in ('waiting', 'handed_over', 'failed')),
  created_at timestamptz not null,
  handed_over_at timestamptz,
  failure text,
  primary key (agency_id, id),
  unique (agency_id, recipient_id),
  foreign key (agency_id, letter_id) references letter (agency_id, id),
  foreign key (agency_id, recipient_id) references letter_recipient (agency_id, id)
);

-- What the demonstration transport would have put on the wire; empty when SMTP is configured.
create table demo_mailbox (
  agency_id uuid not null,
  id uuid not null,
  message_id text not null,
  sent_at timestamptz not null,
  to_address text not null,
  subject text not null,
  raw bytea not null,
  primary key (agency_id, id)
);

create table record_file (
  agency_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  classification_code text not null,
  year int not null,
  title text not null,
  status text not null default 'open' check (status in ('open', 'closed')),
  created_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, unit_id, classification_code, year),
  foreign key (agency_id, unit_id) references org_unit (agency_id, id),
  foreign key (agency_id, classification_code) references classification (agency_id, code)
);

create table record (
  agency_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  incoming_id uuid,
  unit_id uuid not null,
  file_id uuid not null,
  filing text not null check (filing in ('proposed', 'filed')),
  lifecycle text not null default 'active' check (lifecycle in ('active', 'inactive', 'destroyed', 'handed_over', 'permanent', 'held')),
  created_at timestamptz not null,
  filed_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, letter_id) references letter (agency_id, id),
  foreign key (agency_id, incoming_id) references incoming_letter (agency_id, id),
  foreign key (agency_id, file_id) references record_file (agency_id, id),
  unique nulls not distinct (agency_id, letter_id, incoming_id)
);
create index record_file_items on record (agency_id, file_id, created_at desc);

create table notification (
  agency_id uuid not null,
  id uuid not null,
  position_id uuid not null,
  kind text not null,
  letter_id uuid not null,
  text text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, letter_id) references letter (agency_id, id),
  foreign key (agency_id, position_id) references position (agency_id, id)
);
create index notification_desk on notification (agency_id, position_id, created_at desc, id desc);

create table print_event (
  agency_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  sheets int not null check (sheets > 0),
  printed_at timestamptz not null,
  printed_date date not null,
  primary key (agency_id, id),
  foreign key (agency_id, letter_id) references letter (agency_id, id)
);

create table savings_assumption (
  agency_id uuid not null references agency (id),
  valid_from date not null,
  paper_rupiah_per_rim int not null check (paper_rupiah_per_rim between 0 and 10000000),
  toner_rupiah_per_page int not null check (toner_rupiah_per_page between 0 and 100000),
  courier_rupiah_per_delivery int not null check (courier_rupiah_per_delivery between 0 and 10000000),
  draft_reprints int not null check (draft_reprints between 0 and 50),
  disposition_copies int not null check (disposition_copies between 0 and 50),
  kilograms_per_rim numeric(5, 2) not null check (kilograms_per_rim between 0 and 20),
  set_by_person_id uuid,
  set_at timestamptz not null,
  primary key (agency_id, valid_from)
);
`;

const downSql = `
drop table savings_assumption, print_event, notification, record, record_file, demo_mailbox, mail_message, incoming_addressee,
  incoming_letter, verification_token, signing_secret, signing_attempt, certificate cascade;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
