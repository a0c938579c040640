import type { Knex } from 'knex';

const tenantTables = [
  'team',
  'team_member',
  'instruction',
  'agency_holiday',
  'follow_up_setting',
  'disposition',
  'disposition_item',
  'disposition_report',
  'disposition_message',
  'disposition_file',
  'disposition_notice',
  'letter_reply',
];

const upSql = `
create table team (
  agency_id uuid not null references agency (id),
  id uuid not null,
  name text not null check (length(name) between 3 and 120),
  leader_position_id uuid not null,
  ended_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, leader_position_id) references position (agency_id, id)
);
create unique index team_name on team (agency_id, lower(name)) where ended_at is null;
create table team_member (
  agency_id uuid not null,
  team_id uuid not null,
  position_id uuid not null,
  primary key (agency_id, team_id, position_id),
  foreign key (agency_id, team_id) references team (agency_id, id),
  foreign key (agency_id, position_id) references position (agency_id, id)
);

-- Master list of instruction wordings; a position group without rows uses the starter list.
create table instruction (
  agency_id uuid not null references agency (id),
  position_group text not null check (position_group in ('leader', 'office_head', 'section_head', 'staff')),
  ordinal int not null,
  wording text not null check (length(wording) between 3 and 120),
  primary key (agency_id, position_group, ordinal)
);

-- Days that differ from the national calendar: off for this agency, or worked although national.
create table agency_holiday (
  agency_id uuid not null references agency (id),
  date date not null,
  name text not null,
  is_off boolean not null,
  primary key (agency_id, date)
);

create table follow_up_setting (
  agency_id uuid not null references agency (id),
  remind_days_before int not null check (remind_days_before between 0 and 10),
  escalate_after_days int not null check (escalate_after_days between 1 and 30),
  escalate_again_after_days int not null check (escalate_again_after_days between 1 and 30),
  primary key (agency_id)
);

-- One act of giving: from a desk to one or more recipients, held until deliver_at.
create table disposition (
  agency_id uuid not null,
  id uuid not null,
  incoming_id uuid not null,
  parent_item_id uuid,
  giver_position_id uuid not null,
  giver_person_id uuid,
  giver_name text not null,
  giver_title text not null,
  giver_appointment_kind text not null check (giver_appointment_kind in ('definitif', 'plt', 'plh')),
  recorded_by_position_id uuid,
  recorded_by_person_id uuid,
  recorded_by_name text,
  state text not null check (state in ('held', 'delivered', 'undone')),
  created_at timestamptz not null,
  deliver_at timestamptz not null,
  delivered_at timestamptz,
  undone_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, incoming_id) references incoming_letter (agency_id, id),
  foreign key (agency_id, giver_position_id) references position (agency_id, id),
  check ((recorded_by_position_id is null) = (recorded_by_name is null))
);
create index disposition_incoming on disposition (agency_id, incoming_id, created_at);
create index disposition_held on disposition (agency_id, deliver_at) where state = 'held';

create table disposition_item (
  agency_id uuid not null,
  id uuid not null,
  disposition_id uuid not null,
  incoming_id uuid not null,
  parent_item_id uuid,
  giver_position_id uuid not null,
  position_id uuid not null,
  team_id uuid,
  ordinal int not null,
  instructions text[] not null,
  note text not null default '',
  is_private boolean not null default false,
  is_pic boolean not null default false,
  status text not null check (status in ('held', 'unread', 'read', 'in_progress', 'done', 'returned', 'recalled', 'undone')),
  version int not null default 1,
  due_at timestamptz,
  due_date date,
  received_at timestamptz,
  read_at timestamptz,
  read_by_person_id uuid,
  closed_at timestamptz,
  closed_reason text,
  is_forced boolean not null default false,
  paused_since timestamptz,
  pause_reason text,
  primary key (agency_id, id),
  unique (agency_id, disposition_id, position_id),
  foreign key (agency_id, disposition_id) references disposition (agency_id, id),
  foreign key (agency_id, incoming_id) references incoming_letter (agency_id, id),
  foreign key (agency_id, parent_item_id) references disposition_item (agency_id, id),
  foreign key (agency_id, position_id) references position (agency_id, id),
  foreign key (agency_id, giver_position_id) references position (agency_id, id),
  foreign key (agency_id, team_id) references team (agency_id, id),
  check ((due_at is null) = (due_date is null)),
  check ((paused_since is null) = (pause_reason is null))
);
alter table disposition add foreign key (agency_id, parent_item_id) references disposition_item (agency_id, id);
create index disposition_item_incoming on disposition_item (agency_id, incoming_id);
create index disposition_item_parent on disposition_item (agency_id, parent_item_id) where parent_item_id is not null;
create index disposition_item_desk on disposition_item (agency_id, position_id, received_at desc, id desc)
  where received_at is not null;
create index disposition_item_open on disposition_item (agency_id, position_id, due_at, id)
  where status in ('unread', 'read', 'in_progress');
create index disposition_item_given on disposition_item (agency_id, giver_position_id, received_at desc, id desc);
create index disposition_item_given_open on disposition_item (agency_id, giver_position_id, due_at, id)
  where status in ('unread', 'read', 'in_progress');
create index disposition_item_due on disposition_item (agency_id, due_at)
  where status in ('unread', 'read', 'in_progress') and paused_since is null and due_at is not null;

create table disposition_report (
  agency_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  position_id uuid not null,
  person_id uuid not null,
  author_name text not null,
  author_title text not null,
  text text not null,
  is_final boolean not null,
  reported_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, item_id) references disposition_item (agency_id, id)
);
create index disposition_report_item on disposition_report (agency_id, item_id, reported_at);

create table disposition_message (
  agency_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  position_id uuid not null,
  person_id uuid not null,
  author_name text not null,
  author_title text not null,
  text text not null,
  sent_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, item_id) references disposition_item (agency_id, id)
);
create index disposition_message_item on disposition_message (agency_id, item_id, sent_at);

-- Uploaded first, claimed by the command that names it; what is never claimed is swept.
create table disposition_file (
  agency_id uuid not null,
  id uuid not null,
  position_id uuid not null,
  person_id uuid not null,
  owner_kind text check (owner_kind in ('item', 'report', 'sheet')),
  owner_id uuid,
  file_name text not null,
  media_type text not null,
  sha256 text not null,
  size_bytes bigint not null,
  page_count int not null,
  uploaded_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, sha256) references blob (agency_id, sha256),
  check ((owner_kind is null) = (owner_id is null))
);
create index disposition_file_owner on disposition_file (agency_id, owner_id) where owner_id is not null;
create index disposition_file_unclaimed on disposition_file (agency_id, uploaded_at) where owner_id is null;

-- Each reminder once for each deadline: a moved deadline is reminded anew.
create table disposition_notice (
  agency_id uuid not null,
  item_id uuid not null,
  kind text not null check (kind in ('before_due', 'overdue', 'escalated', 'escalated_again')),
  due_at timestamptz not null,
  sent_at timestamptz not null,
  primary key (agency_id, item_id, kind, due_at),
  foreign key (agency_id, item_id) references disposition_item (agency_id, id)
);

-- A letter of ours that answers an incoming one, begun from the letter or from a disposition.
create table letter_reply (
  agency_id uuid not null,
  letter_id uuid not null,
  incoming_id uuid not null,
  item_id uuid,
  created_at timestamptz not null,
  primary key (agency_id, letter_id),
  foreign key (agency_id, letter_id) references letter (agency_id, id),
  foreign key (agency_id, incoming_id) references incoming_letter (agency_id, id),
  foreign key (agency_id, item_id) references disposition_item (agency_id, id)
);
create index letter_reply_incoming on letter_reply (agency_id, incoming_id);

alter table notification add foreign key (agency_id, item_id) references disposition_item (agency_id, id);

${tenantTables
  .map(
    (table) => `alter table ${table} enable row level security;
create policy tenant on ${table} using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on ${table} to lontar_app;`,
  )
  .join('\n')}
grant delete on team_member, instruction, agency_holiday, disposition_file to lontar_app;
revoke update on disposition_report, disposition_message, disposition_notice from lontar_app;
`;

const downSql = `
alter table notification drop constraint notification_agency_id_item_id_fkey;
drop table letter_reply, disposition_notice, disposition_file, disposition_message, disposition_report cascade;
alter table disposition drop constraint disposition_agency_id_parent_item_id_fkey;
drop table disposition_item, disposition, follow_up_setting, agency_holiday, instruction, team_member, team cascade;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
