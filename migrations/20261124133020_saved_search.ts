import type { Knex } from 'knex';

const upSql = `
-- A search that a person keeps at a desk. It finds what the desk may read at that time, never what it could read when it was saved.
create table saved_search (
  agency_id uuid not null references agency (id),
  id uuid not null,
  position_id uuid not null,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  wanted jsonb not null,
  has_alert boolean not null default false,
  seen_at timestamptz not null,
  alerted_at timestamptz not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, position_id) references position (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create unique index saved_search_name on saved_search (agency_id, position_id, person_id, lower(name));
create index saved_search_alerts on saved_search (agency_id, alerted_at, id) where has_alert;
alter table saved_search enable row level security;
create policy tenant on saved_search using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update, delete on saved_search to lontar_app;

-- What a desk was granted since a moment counts as new to it; grants lie in the order they were given.
create index letter_access_since on letter_access using brin (created_at);
create index incoming_access_since on incoming_access using brin (created_at);
create index document_access_since on document_access using brin (created_at);

-- A notice about a search carries its own address. Other parts use the column as well, so it is made once and stays.
alter table notification add column if not exists path text,
  drop constraint notification_subject,
  add constraint notification_subject check (letter_id is not null or incoming_id is not null or path is not null);
`;

const downSql = `
drop index document_access_since, incoming_access_since, letter_access_since;
drop table saved_search;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
