import type { Knex } from 'knex';

const tenantTables = ['official_paper', 'paper_signatory'];

const upSql = `
alter table register drop constraint register_kind_check,
  add constraint register_kind_check check (kind in ('surat_dinas', 'nota_dinas', 'agenda', 'arsip'));

-- An official paper of a disposal, signed by its signatories in turn: each signature is an increment over the bytes before.
create table official_paper (
  agency_id uuid not null,
  id uuid not null,
  disposal_id uuid not null,
  kind text not null check (kind in ('transfer_minutes', 'destruction_list', 'handover_list', 'consideration', 'approval', 'decree',
    'authenticity', 'destruction_minutes', 'handover_minutes')),
  status text not null check (status in ('preparing', 'open', 'stamping', 'signed', 'void')),
  version int not null default 1,
  sheet jsonb not null,
  register_id uuid not null,
  register_year int not null,
  register_number int not null,
  number text not null,
  paper_date date not null,
  page_count int,
  sha256 text,
  size_bytes bigint,
  previous_sha256 text,
  waiting_since timestamptz,
  failure text,
  void_reason text,
  created_at timestamptz not null,
  signed_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, disposal_id) references disposal (agency_id, id),
  foreign key (agency_id, register_id) references register (agency_id, id),
  foreign key (agency_id, sha256) references blob (agency_id, sha256),
  check ((status in ('preparing', 'void')) or sha256 is not null),
  check ((status = 'void') = (void_reason is not null))
);
create unique index official_paper_once on official_paper (agency_id, disposal_id, kind) where status <> 'void';
create index official_paper_hash on official_paper using hash (sha256);

create table paper_signatory (
  agency_id uuid not null,
  paper_id uuid not null,
  ordinal int not null,
  caption text not null,
  position_id uuid not null,
  person_id uuid not null,
  name text not null,
  title text not null,
  box jsonb,
  status text not null default 'waiting' check (status in ('waiting', 'sealed', 'signed')),
  certificate_id uuid,
  sealed_at timestamptz,
  timestamp_time timestamptz,
  signed_at timestamptz,
  primary key (agency_id, paper_id, ordinal),
  unique (agency_id, paper_id, person_id),
  foreign key (agency_id, paper_id) references official_paper (agency_id, id),
  foreign key (agency_id, position_id) references position (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id),
  foreign key (agency_id, certificate_id) references certificate (agency_id, id)
);
create index paper_signatory_desk on paper_signatory (agency_id, position_id) where status = 'waiting';

alter table verification_token alter column letter_id drop not null,
  add column paper_id uuid,
  add unique (agency_id, paper_id),
  add foreign key (agency_id, paper_id) references official_paper (agency_id, id),
  add constraint verification_token_subject check (num_nonnulls(letter_id, paper_id) = 1);

-- As find_signed_letter: what the holder of the file has in hand, and no more.
create function find_signed_paper(p_sha256 text) returns table (agency_id uuid, paper_id uuid, short_code text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.agency_id, p.id, t.short_code from official_paper p
  join verification_token t on t.agency_id = p.agency_id and t.paper_id = p.id
  where p.sha256 = p_sha256 and p.status = 'signed'
  limit 1
$$;
revoke execute on function find_signed_paper(text) from public;
grant execute on function find_signed_paper(text) to lontar_app;

${tenantTables
  .map(
    (table) => `alter table ${table} enable row level security;
create policy tenant on ${table} using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on ${table} to lontar_app;`,
  )
  .join('\n')}
`;

const downSql = `
drop function find_signed_paper(text);
delete from verification_token where letter_id is null;
alter table verification_token drop constraint verification_token_subject, drop column paper_id, alter column letter_id set not null;
drop table paper_signatory, official_paper;
delete from register_entry e using register r where r.agency_id = e.agency_id and r.id = e.register_id and r.kind = 'arsip';
delete from register_year y using register r where r.agency_id = y.agency_id and r.id = y.register_id and r.kind = 'arsip';
delete from register where kind = 'arsip';
alter table register drop constraint register_kind_check,
  add constraint register_kind_check check (kind in ('surat_dinas', 'nota_dinas', 'agenda'));
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
