import type { Knex } from 'knex';

const tenantTables = [
  'export_job',
  'export_part',
  'load_job',
  'load_part',
  'load_row',
  'imported_file',
  'document_text',
];

const upSql = `
-- A package that a job makes: its bytes lie in parts until it expires.
create table export_job (
  agency_id uuid not null references agency (id),
  id uuid not null,
  kind text not null check (kind in ('bag', 'own_letters')),
  title text not null,
  file_ids uuid[] not null default '{}',
  position_id uuid not null,
  person_id uuid not null,
  appointment_id uuid not null,
  status text not null check (status in ('waiting', 'running', 'ready', 'failed', 'expired')),
  done_count int not null default 0,
  total_count int not null default 0,
  withheld_count int not null default 0,
  failure text,
  file_name text,
  size_bytes bigint,
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, position_id) references position (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id),
  check ((status = 'ready') <= (file_name is not null and size_bytes is not null and expires_at is not null)),
  check ((status = 'failed') = (failure is not null))
);
create index export_job_person on export_job (agency_id, person_id, created_at desc, id desc);
create index export_job_expiry on export_job (agency_id, expires_at) where status = 'ready';

create table export_part (
  agency_id uuid not null,
  export_id uuid not null,
  ordinal int not null,
  sha256 text not null,
  size_bytes bigint not null,
  primary key (agency_id, export_id, ordinal),
  foreign key (agency_id, export_id) references export_job (agency_id, id),
  foreign key (agency_id, sha256) references blob (agency_id, sha256)
);

-- Many documents from outside: a table with files, or a package of another Lontar. The same source goes on with the same job.
create table load_job (
  agency_id uuid not null references agency (id),
  id uuid not null,
  unit_id uuid not null,
  kind text not null check (kind in ('table', 'package')),
  label text not null,
  source text not null check (source in ('upload', 'server')),
  source_sha256 text not null,
  accepts_foreign boolean not null default false,
  status text not null check (status in ('waiting', 'running', 'done', 'failed')),
  is_staged boolean not null default false,
  total_count int not null default 0,
  loaded_count int not null default 0,
  known_count int not null default 0,
  refused_count int not null default 0,
  failure text,
  created_by_position_id uuid,
  created_by_person_id uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (agency_id, id),
  unique (agency_id, unit_id, source_sha256),
  foreign key (agency_id, unit_id) references org_unit (agency_id, id),
  check ((status = 'failed') = (failure is not null))
);
create index load_job_newest on load_job (agency_id, created_at desc, id desc);

create table load_part (
  agency_id uuid not null,
  job_id uuid not null,
  ordinal int not null,
  sha256 text not null,
  size_bytes bigint not null,
  primary key (agency_id, job_id, ordinal),
  foreign key (agency_id, job_id) references load_job (agency_id, id),
  foreign key (agency_id, sha256) references blob (agency_id, sha256)
);

-- One row of the table, or one record of the package: what has been decided about it is the checkpoint.
create table load_row (
  agency_id uuid not null,
  job_id uuid not null,
  line int not null,
  content jsonb not null,
  status text not null check (status in ('waiting', 'loaded', 'known', 'refused')),
  reason text,
  document_id uuid,
  primary key (agency_id, job_id, line),
  foreign key (agency_id, job_id) references load_job (agency_id, id),
  check ((status = 'refused') = (reason is not null)),
  check ((status in ('loaded', 'known')) <= (document_id is not null))
);
create index load_row_waiting on load_row (agency_id, job_id, line) where status = 'waiting';
create index load_row_refused on load_row (agency_id, job_id, line) where status = 'refused';

-- A file (berkas) that came from another instance, with how it was described there.
create table imported_file (
  agency_id uuid not null,
  origin_key text not null,
  file_id uuid not null,
  metadata jsonb not null,
  primary key (agency_id, origin_key),
  unique (agency_id, file_id),
  foreign key (agency_id, file_id) references record_file (agency_id, id)
);

-- Text of documents that were loaded: the text layer first, pictures after all layers.
create table document_text (
  agency_id uuid not null,
  document_id uuid not null,
  stage text not null check (stage in ('layer', 'ocr', 'done', 'failed')),
  tries int not null default 0,
  failure text,
  not_before timestamptz not null,
  primary key (agency_id, document_id),
  foreign key (agency_id, document_id) references archive_document (agency_id, id)
);
create index document_text_waiting on document_text (agency_id, stage, not_before, document_id) where stage in ('layer', 'ocr');

${tenantTables
  .map(
    (table) => `alter table ${table} enable row level security;
create policy tenant on ${table} using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, update on ${table} to lontar_app;`,
  )
  .join('\n')}
grant delete on export_part, load_part, load_row to lontar_app;
`;

const downSql = `drop table document_text, imported_file, load_row, load_part, load_job, export_part, export_job;`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
