import type { Knex } from 'knex';

const tenantTables = ['record_file_change', 'archive_document_change', 'file_loan', 'filing_setting'];

const upSql = `
-- Why an item was proposed: the item it answers or names, and what a new file would be called where none fits.
alter table record
  add column because_record_id uuid,
  add column suggested_title text not null default '',
  add foreign key (agency_id, because_record_id) references record (agency_id, id),
  drop constraint record_reason_check,
  add constraint record_reason_check
    check (reason in ('classification', 'reply', 'disposition', 'assignment', 'mention', 'history', 'manual'));
create unique index record_ordinal on record (agency_id, file_id, ordinal) where ordinal is not null;
create index record_certain on record (agency_id, unit_id, created_at, id) where filing = 'proposed' and is_certain;

-- A letter that names the number of an item belongs beside it.
create index letter_written_number on letter (agency_id, lower(number)) where number is not null;
create index incoming_letter_written_number on incoming_letter (agency_id, lower(number)) where number <> '';
create index archive_document_written_number on archive_document (agency_id, lower(number)) where number <> '';

-- What was done to a file (berkas), in its order.
create table record_file_change (
  agency_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  version int not null,
  kind text not null check (kind in ('opened', 'edited', 'closed', 'reopened', 'trigger_set', 'merged', 'received', 'held', 'released', 'lent', 'returned')),
  changes jsonb not null default '{}',
  reason text not null default '',
  position_id uuid,
  person_id uuid,
  changed_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, file_id) references record_file (agency_id, id)
);
create index record_file_change_file on record_file_change (agency_id, file_id, changed_at, id);

create table archive_document_change (
  agency_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  version int not null,
  changes jsonb not null,
  reason text not null,
  position_id uuid,
  person_id uuid,
  changed_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, document_id, version),
  foreign key (agency_id, document_id) references archive_document (agency_id, id)
);
-- Where the reading of an uploaded document stands.
alter table archive_document
  add column read_version int,
  add column read_failure text;

-- Paper that left its place. A file is with one desk at a time.
create table file_loan (
  agency_id uuid not null references agency (id),
  id uuid not null,
  unit_id uuid not null,
  file_id uuid not null,
  borrower_position_id uuid not null,
  borrower_person_id uuid,
  purpose text not null check (length(purpose) between 3 and 500),
  lent_at timestamptz not null,
  due_date date not null,
  lent_by_position_id uuid not null,
  lent_by_person_id uuid not null,
  returned_at timestamptz,
  returned_by_position_id uuid,
  returned_by_person_id uuid,
  return_note text not null default '',
  reminded_on date,
  version int not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references org_unit (agency_id, id),
  foreign key (agency_id, file_id) references record_file (agency_id, id),
  foreign key (agency_id, borrower_position_id) references position (agency_id, id)
);
create unique index file_loan_open on file_loan (agency_id, file_id) where returned_at is null;
create index file_loan_unit on file_loan (agency_id, unit_id, lent_at desc, id desc);
create index file_loan_due on file_loan (agency_id, unit_id, due_date, id) where returned_at is null;
create index file_loan_borrower on file_loan (agency_id, borrower_position_id, lent_at desc, id desc);

-- Working days after which a certain proposal is filed by itself; 0 is never.
create table filing_setting (
  agency_id uuid not null references agency (id),
  file_after_days int not null check (file_after_days between 0 and 60),
  primary key (agency_id)
);

-- A notice about a file or a loan carries its own address.
alter table notification add column path text,
  drop constraint notification_subject,
  add constraint notification_subject check (letter_id is not null or incoming_id is not null or path is not null);

${tenantTables
  .map(
    (table) => `alter table ${table} enable row level security;
create policy tenant on ${table} using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on ${table} to lontar_app;`,
  )
  .join('\n')}
revoke update on record_file_change, archive_document_change from lontar_app;
`;

const downSql = `
delete from notification where letter_id is null and incoming_id is null;
alter table notification drop constraint notification_subject, drop column path,
  add constraint notification_subject check (letter_id is not null or incoming_id is not null);
drop table filing_setting, file_loan, archive_document_change, record_file_change;
alter table archive_document drop column read_failure, drop column read_version;
drop index archive_document_written_number, incoming_letter_written_number, letter_written_number, record_certain, record_ordinal;
update record set reason = 'reply' where reason = 'mention';
alter table record
  drop column suggested_title, drop column because_record_id,
  drop constraint record_reason_check,
  add constraint record_reason_check check (reason in ('classification', 'reply', 'disposition', 'assignment', 'history', 'manual'));
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
