import type { Knex } from 'knex';

const tenantTables = ['audit_root', 'audit_node'];

const upSql = `
-- Signed roots over the whole log up to an event. Nothing of a row changes but the timestamp, which may come later.
create table audit_root (
  agency_id uuid not null references agency (id),
  seq bigint not null check (seq >= 1),
  root bytea not null check (length(root) = 32),
  previous_seq bigint not null,
  previous_root bytea not null,
  made_at timestamptz not null,
  public_key bytea not null,
  signature bytea not null,
  timestamp_token bytea,
  timestamped_at timestamptz,
  primary key (agency_id, seq),
  check (previous_seq < seq),
  check ((timestamp_token is null) = (timestamped_at is null))
);
create index audit_root_unstamped on audit_root (agency_id, seq) where timestamp_token is null;

-- Whole subtrees of the log's Merkle tree from 256 events up, so that neither a root nor a proof reads the whole log.
create table audit_node (
  agency_id uuid not null references agency (id),
  level smallint not null check (level >= 8),
  position bigint not null,
  hash bytea not null check (length(hash) = 32),
  primary key (agency_id, level, position)
);

${tenantTables
  .map(
    (table) => `alter table ${table} enable row level security;
create policy tenant on ${table} using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert on ${table} to lontar_app;`,
  )
  .join('\n')}
grant update (timestamp_token, timestamped_at) on audit_root to lontar_app;

-- When the bytes were last compared with their hash, and what was found; null: never yet.
alter table blob
  add column checked_at timestamptz,
  add column condition text not null default 'sound' check (condition in ('sound', 'damaged', 'missing')),
  add column repaired_at timestamptz,
  add column mirrored_at timestamptz;
create index blob_unchecked on blob (agency_id, checked_at nulls first);
create index blob_unsound on blob (agency_id, sha256) where condition <> 'sound' or repaired_at is not null;
create index blob_unmirrored on blob (agency_id, created_at) where mirrored_at is null;
`;

const downSql = `
drop index blob_unmirrored, blob_unsound, blob_unchecked;
alter table blob drop column mirrored_at, drop column repaired_at, drop column condition, drop column checked_at;
drop table audit_node, audit_root;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
