import type { Knex } from 'knex';

const upSql = `
create table agency (
  id uuid primary key,
  name text not null,
  short_name text not null,
  province text not null,
  time_zone text not null check (time_zone in ('Asia/Pontianak', 'Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  is_demo boolean not null default false,
  created_at timestamptz not null
);

create table person (
  agency_id uuid not null references agency (id),
  id uuid not null,
  nip text not null check (nip ~ '^[0-9]{18}$'),
  name text not null,
  rank text not null,
  sex text not null check (sex in ('L', 'P')),
  email text,
  primary key (agency_id, id),
  unique (agency_id, nip)
);

create table account (
  id uuid primary key,
  agency_id uuid not null references agency (id),
  person_id uuid not null,
  nip text not null unique,
  password_hash text not null,
  disabled_at timestamptz,
  created_at timestamptz not null,
  foreign key (agency_id, person_id) references person (agency_id, id)
);

create table session (
  id_hash bytea primary key,
  account_id uuid not null references account (id) on delete cascade,
  agency_id uuid not null references agency (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  auth_level text not null check (auth_level in ('password', 'mfa')),
  authenticated_at timestamptz not null,
  user_agent text not null default ''
);
create index session_account on session (account_id);

create table idempotency (
  agency_id uuid not null,
  account_id uuid not null,
  key text not null check (length(key) between 8 and 100),
  request_hash text not null,
  response jsonb,
  created_at timestamptz not null,
  primary key (agency_id, account_id, key)
);
create index idempotency_age on idempotency (created_at);

create table outbox (
  id uuid primary key,
  agency_id uuid not null,
  job text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  not_before timestamptz not null,
  dispatched_at timestamptz,
  attempts int not null default 0,
  last_error text,
  failed_at timestamptz,
  done_at timestamptz
);
create index outbox_waiting on outbox (not_before) where dispatched_at is null and done_at is null and failed_at is null;
create index outbox_running on outbox (dispatched_at) where dispatched_at is not null and done_at is null and failed_at is null;
create function outbox_wake() returns trigger language plpgsql as $$
begin
  perform pg_notify('lontar_outbox', '');
  return null;
end $$;
create trigger outbox_wake after insert on outbox for each statement execute function outbox_wake();

create table hint (
  id bigint generated always as identity primary key,
  agency_id uuid not null,
  kind text not null,
  entity_id uuid not null,
  positions uuid[] not null,
  created_at timestamptz not null
);
create function hint_wake() returns trigger language plpgsql as $$
begin
  perform pg_notify('lontar_hint', '');
  return null;
end $$;
create trigger hint_wake after insert on hint for each statement execute function hint_wake();

create table audit_head (
  agency_id uuid primary key references agency (id),
  seq bigint not null,
  hash bytea not null
);

create table event (
  agency_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  action text not null,
  letter_id uuid,
  body text not null,
  hash bytea not null,
  primary key (agency_id, seq)
) partition by range (seq);
create table event_1 partition of event for values from (1) to (10000000);
create table event_2 partition of event for values from (10000000) to (maxvalue);
create index event_letter on event (agency_id, letter_id, seq) where letter_id is not null;

-- Appends events in order; the head row is the lock that makes the chain one line. hash = sha256(previous hash || body).
create function append_events(p_agency uuid, p_bodies text[]) returns bigint
language plpgsql as $$
declare
  v_seq bigint;
  v_hash bytea;
  v_body text;
begin
  select seq, hash into v_seq, v_hash from audit_head where agency_id = p_agency for update;
  if not found then
    raise exception 'audit head is missing for agency %', p_agency;
  end if;
  foreach v_body in array p_bodies loop
    v_seq := v_seq + 1;
    v_hash := sha256(v_hash || convert_to(v_body, 'UTF8'));
    insert into event (agency_id, seq, at, action, letter_id, body, hash)
    values (p_agency, v_seq, (v_body::jsonb ->> 'at')::timestamptz, v_body::jsonb ->> 'action',
            (v_body::jsonb ->> 'letterId')::uuid, v_body, v_hash);
  end loop;
  update audit_head set seq = v_seq, hash = v_hash where agency_id = p_agency;
  return v_seq;
end $$;

create table blob (
  agency_id uuid not null references agency (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null,
  media_type text not null,
  key_id text not null,
  created_at timestamptz not null,
  primary key (agency_id, sha256)
);
create table blob_ref (
  agency_id uuid not null,
  sha256 text not null,
  owner_kind text not null,
  owner_id uuid not null,
  created_at timestamptz not null,
  primary key (agency_id, sha256, owner_kind, owner_id),
  foreign key (agency_id, sha256) references blob (agency_id, sha256)
);
`;

const downSql = `
drop table blob_ref, blob, event, audit_head, hint, outbox, idempotency, session, account, person, agency cascade;
drop function append_events(uuid, text[]);
drop function outbox_wake();
drop function hint_wake();
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
