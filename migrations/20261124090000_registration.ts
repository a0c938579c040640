import type { Knex } from 'knex';

const tenantTables = [
  'contact',
  'intake',
  'intake_file',
  'intake_page',
  'intake_mailbox',
  'intake_message',
  'incoming_access',
  'incoming_change',
];

const upSql = `
-- Senders as the registry knows them; found by trigram through find_contacts.
create table contact (
  agency_id uuid not null references agency (id),
  id uuid not null,
  title text not null default '',
  organisation text not null default '',
  address text not null default '',
  email text not null default '',
  letter_count int not null default 0,
  last_used_at timestamptz not null,
  created_at timestamptz not null,
  primary key (agency_id, id),
  check (title <> '' or organisation <> '')
);
create unique index contact_name on contact (agency_id, lower(title), lower(organisation));
create index contact_used on contact (agency_id, letter_count desc, last_used_at desc);
create index contact_words on contact using gin ((lower(title || ' ' || organisation)) gin_trgm_ops);

-- What waits to be registered: an upload, photos, or a mail with its attachments.
create table intake (
  agency_id uuid not null references agency (id),
  id uuid not null,
  unit_id uuid not null,
  source text not null check (source in ('upload', 'camera', 'email')),
  state text not null check (state in ('reading', 'ready', 'registered', 'discarded')),
  title text not null,
  mail_from text,
  mail_subject text,
  mail_text text,
  problems jsonb not null default '[]',
  received_at timestamptz not null,
  position_id uuid,
  person_id uuid,
  read_at timestamptz,
  read_failure text,
  read_engine text,
  proposals jsonb,
  verdict jsonb,
  searchable_sha256 text,
  text_signature int[] not null default '{}',
  text_bands text[] not null default '{}',
  draft jsonb,
  draft_saved_at timestamptz,
  discard_reason text,
  settled_at timestamptz,
  version int not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references org_unit (agency_id, id)
);
create index intake_queue on intake (agency_id, unit_id, received_at, id) where state in ('reading', 'ready');

create table intake_file (
  agency_id uuid not null,
  intake_id uuid not null,
  ordinal int not null,
  file_name text not null,
  media_type text not null,
  is_readable boolean not null,
  sha256 text not null,
  size_bytes bigint not null,
  primary key (agency_id, intake_id, ordinal),
  foreign key (agency_id, intake_id) references intake (agency_id, id),
  foreign key (agency_id, sha256) references blob (agency_id, sha256)
);
create index intake_file_hash on intake_file (agency_id, sha256);

create table intake_page (
  agency_id uuid not null,
  intake_id uuid not null,
  ordinal int not null,
  file_ordinal int not null,
  page_number int not null,
  image_sha256 text not null,
  width_px int not null,
  height_px int not null,
  text_source text not null check (text_source in ('text_layer', 'ocr', 'none')),
  text text not null,
  words jsonb not null,
  primary key (agency_id, intake_id, ordinal),
  foreign key (agency_id, intake_id) references intake (agency_id, id),
  foreign key (agency_id, image_sha256) references blob (agency_id, sha256)
);

create table intake_mailbox (
  agency_id uuid not null references agency (id),
  id uuid not null,
  unit_id uuid not null,
  address text not null,
  uid_validity text not null default '',
  last_uid bigint not null default 0,
  polled_at timestamptz,
  failure text,
  failed_since timestamptz,
  primary key (agency_id, id),
  unique (agency_id, unit_id, address),
  foreign key (agency_id, unit_id) references org_unit (agency_id, id)
);
create table intake_message (
  agency_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  message_id text not null,
  raw_sha256 text not null,
  intake_id uuid not null,
  taken_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, mailbox_id, message_id),
  unique (agency_id, mailbox_id, raw_sha256),
  foreign key (agency_id, mailbox_id) references intake_mailbox (agency_id, id),
  foreign key (agency_id, intake_id) references intake (agency_id, id)
);

-- An incoming letter stands by itself: what the agenda shows is its own, also when the letter came from this agency.
alter table incoming_letter
  alter column origin_letter_id drop not null,
  add column intake_id uuid,
  add column channel text check (channel in ('internal', 'counter', 'courier', 'post', 'email', 'srikandi')),
  add column media text not null default 'electronic' check (media in ('electronic', 'paper')),
  add column contact_id uuid,
  add column sender_title text not null default '',
  add column sender_unit text not null default '',
  add column number text not null default '',
  add column letter_date date,
  add column subject text not null default '',
  add column summary text not null default '',
  add column attachment_note text not null default '',
  add column handling_grade text not null default 'biasa' check (handling_grade in ('biasa', 'segera', 'sangat_segera')),
  add column security_class text not null default 'B' check (security_class in ('B', 'T', 'R', 'SR')),
  add column classification_code text,
  add column addressee text not null default '',
  add column physical_location text not null default '',
  add column due_date date,
  add column page_count int not null default 0,
  add column size_bytes bigint not null default 0,
  add column registered_by_position_id uuid,
  add column registered_by_person_id uuid,
  add column directed_at timestamptz,
  add column done_at timestamptz,
  add column done_note text,
  add column cancelled_at timestamptz,
  add column cancel_reason text,
  add column cancelled_by_position_id uuid,
  drop constraint incoming_letter_status_check,
  add constraint incoming_letter_status_check
    check (status in ('registered', 'directed', 'in_progress', 'done', 'filed', 'cancelled')),
  drop constraint incoming_letter_agency_id_origin_letter_id_register_id_unit_key,
  add foreign key (agency_id, intake_id) references intake (agency_id, id),
  add foreign key (agency_id, contact_id) references contact (agency_id, id),
  add foreign key (agency_id, classification_code) references classification (agency_id, code);

update incoming_letter i set channel = 'internal', sender_title = coalesce(l.signatory_title, ''), sender_unit = l.sender_unit,
  number = coalesce(l.number, ''), letter_date = l.letter_date, subject = l.subject, handling_grade = l.handling_grade,
  security_class = l.security_class, classification_code = l.classification_code, due_date = l.due_date,
  page_count = coalesce(l.page_count, 0), size_bytes = coalesce(l.signed_size_bytes, 0), summary = l.summary
from (
  select l.*, coalesce(o.name, u.name) as sender_unit,
    case when l.security_class in ('B', 'T') then left(l.body_text, 280) else '' end as summary
  from letter l
  join org_unit u on u.agency_id = l.agency_id and u.id = l.unit_id
  left join org_unit o on o.agency_id = l.agency_id and o.id = unit_opd(l.agency_id, l.unit_id)
) l
where l.agency_id = i.agency_id and l.id = i.origin_letter_id;

alter table incoming_letter
  alter column channel set not null,
  add constraint incoming_letter_origin check ((origin_letter_id is not null) = (channel = 'internal')),
  add constraint incoming_letter_cancelled check ((status = 'cancelled') = (cancelled_at is not null));
create unique index incoming_letter_origin_once on incoming_letter (agency_id, origin_letter_id, register_id, unit_id)
  nulls not distinct where origin_letter_id is not null;
create unique index incoming_letter_intake_once on incoming_letter (agency_id, intake_id)
  where intake_id is not null and status <> 'cancelled';
create index incoming_letter_agenda on incoming_letter (agency_id, unit_id, agenda_year desc, agenda_number desc, id desc);
create index incoming_letter_sender on incoming_letter (agency_id, unit_id, lower(number)) where number <> '';

-- Public tracking: state only. The code is drawn at random and unique over all agencies.
create table incoming_tracking (
  code text primary key check (code ~ '^LTR-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  agency_id uuid not null,
  incoming_id uuid not null,
  created_at timestamptz not null,
  unique (agency_id, incoming_id),
  foreign key (agency_id, incoming_id) references incoming_letter (agency_id, id)
);

create table incoming_access (
  agency_id uuid not null,
  incoming_id uuid not null,
  grantee_kind text not null check (grantee_kind in ('position', 'unit_role', 'person')),
  grantee_id uuid not null,
  role text not null default '',
  reason text not null,
  created_at timestamptz not null,
  primary key (agency_id, incoming_id, grantee_kind, grantee_id, role, reason),
  foreign key (agency_id, incoming_id) references incoming_letter (agency_id, id)
);
create index incoming_access_grantee on incoming_access (agency_id, grantee_kind, grantee_id, incoming_id);

insert into incoming_access (agency_id, incoming_id, grantee_kind, grantee_id, role, reason, created_at)
select a.agency_id, a.incoming_id, 'position', a.position_id, '', case a.role when 'to' then 'recipient' else 'carbon copy' end, a.received_at
from incoming_addressee a on conflict do nothing;
insert into incoming_access (agency_id, incoming_id, grantee_kind, grantee_id, role, reason, created_at)
select i.agency_id, i.id, 'unit_role', i.unit_id, r.role, 'receiving unit', i.received_at
from incoming_letter i cross join (values ('registry'), ('archivist')) as r (role)
where i.security_class = 'B' or (i.security_class = 'T' and r.role = 'archivist') on conflict do nothing;

-- Corrections of a registration: what was, what is, and why.
create table incoming_change (
  agency_id uuid not null,
  id uuid not null,
  incoming_id uuid not null,
  version int not null,
  changes jsonb not null,
  reason text not null,
  position_id uuid not null,
  person_id uuid not null,
  changed_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, incoming_id, version),
  foreign key (agency_id, incoming_id) references incoming_letter (agency_id, id)
);

-- How a desk came to have the letter, and what the inbox filters by, so that a page of it is one walk along one index.
alter table incoming_addressee
  add column directed_by_position_id uuid,
  add column directed_by_person_id uuid,
  add column note text not null default '',
  add column is_urgent boolean not null default false,
  add column settled_at timestamptz;
update incoming_addressee a set is_urgent = i.handling_grade <> 'biasa'
from incoming_letter i where i.agency_id = a.agency_id and i.id = a.incoming_id;
create index incoming_addressee_unread on incoming_addressee (agency_id, position_id, received_at desc, incoming_id desc)
  where read_at is null;
create index incoming_addressee_open on incoming_addressee (agency_id, position_id, received_at desc, incoming_id desc)
  where settled_at is null and role = 'to';
create index incoming_addressee_urgent on incoming_addressee (agency_id, position_id, received_at desc, incoming_id desc)
  where is_urgent;
create index incoming_addressee_cc on incoming_addressee (agency_id, position_id, received_at desc, incoming_id desc)
  where role = 'cc';

-- The registry of a big secretariat may be split: receiver (queue), controller (agenda), director (arahkan).
alter table position_role drop constraint position_role_role_check,
  add constraint position_role_role_check
    check (role in ('registry', 'mail_receiver', 'mail_controller', 'mail_director', 'archivist', 'auditor', 'admin'));

alter table notification alter column letter_id drop not null,
  add column incoming_id uuid,
  add column item_id uuid,
  add foreign key (agency_id, incoming_id) references incoming_letter (agency_id, id),
  add constraint notification_subject check (letter_id is not null or incoming_id is not null);
alter table record alter column letter_id drop not null,
  add constraint record_subject check (letter_id is not null or incoming_id is not null);

${tenantTables
  .map(
    (table) => `alter table ${table} enable row level security;
create policy tenant on ${table} using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on ${table} to lontar_app;`,
  )
  .join('\n')}
grant delete on incoming_access, incoming_addressee, intake_page to lontar_app;
revoke update on incoming_change, intake_message from lontar_app;
grant select, insert on incoming_tracking to lontar_app;

-- Trigrams are not leakproof: under row-level security the index would not be used, so the function asks for the agency itself.
grant select on contact to lontar_search;
create policy search on contact for select to lontar_search using (true);
create function find_contacts(p_words text, p_limit int)
returns table (id uuid, title text, organisation text, address text, email text, letter_count int, likeness real)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.title, c.organisation, c.address, c.email, c.letter_count,
    word_similarity(lower(p_words), lower(c.title || ' ' || c.organisation)) as likeness
  from contact c
  where c.agency_id = search_agency() and lower(p_words) <% lower(c.title || ' ' || c.organisation)
  order by likeness desc, c.letter_count desc, c.id limit p_limit
$$;
revoke execute on function find_contacts(text, int) from public;
grant execute on function find_contacts(text, int) to lontar_app;
alter function find_contacts(text, int) owner to lontar_search;
`;

const downSql = `
set local role lontar_search;
drop function find_contacts(text, int);
reset role;
revoke select on contact from lontar_search;
delete from notification where letter_id is null;
alter table notification drop constraint notification_subject, drop column item_id, drop column incoming_id, alter column letter_id set not null;
delete from record where letter_id is null;
alter table record drop constraint record_subject, alter column letter_id set not null;
delete from position_role where role in ('mail_receiver', 'mail_controller', 'mail_director');
alter table position_role drop constraint position_role_role_check,
  add constraint position_role_role_check check (role in ('registry', 'archivist', 'auditor', 'admin'));
drop index incoming_addressee_cc, incoming_addressee_urgent, incoming_addressee_open, incoming_addressee_unread;
alter table incoming_addressee drop column settled_at, drop column is_urgent, drop column note, drop column directed_by_person_id,
  drop column directed_by_position_id;
drop table incoming_change, incoming_access, incoming_tracking cascade;
delete from incoming_addressee a using incoming_letter i
where i.agency_id = a.agency_id and i.id = a.incoming_id and i.origin_letter_id is null;
delete from incoming_letter where origin_letter_id is null;
update incoming_letter set status = 'registered' where status = 'cancelled';
drop index incoming_letter_sender, incoming_letter_agenda, incoming_letter_intake_once, incoming_letter_origin_once;
alter table incoming_letter
  drop constraint incoming_letter_cancelled, drop constraint incoming_letter_origin, drop constraint incoming_letter_status_check,
  add constraint incoming_letter_status_check check (status in ('registered', 'directed', 'in_progress', 'done', 'filed')),
  add constraint incoming_letter_agency_id_origin_letter_id_register_id_unit_key
    unique nulls not distinct (agency_id, origin_letter_id, register_id, unit_id),
  drop column cancelled_by_position_id, drop column cancel_reason, drop column cancelled_at, drop column done_note, drop column done_at,
  drop column directed_at, drop column registered_by_person_id, drop column registered_by_position_id, drop column size_bytes,
  drop column page_count, drop column due_date, drop column physical_location, drop column addressee, drop column classification_code,
  drop column security_class, drop column handling_grade, drop column attachment_note, drop column summary, drop column subject,
  drop column letter_date, drop column number, drop column sender_unit, drop column sender_title, drop column contact_id,
  drop column media, drop column channel, drop column intake_id,
  alter column origin_letter_id set not null;
drop table intake_message, intake_mailbox, intake_page, intake_file, intake, contact cascade;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
