import type { Knex } from 'knex';

const upSql = `
-- Keys of near-same texts, one row each: equality on text may use its index under row-level security, array overlap may not.
create table intake_band (
  agency_id uuid not null,
  band text not null,
  intake_id uuid not null,
  primary key (agency_id, band, intake_id),
  foreign key (agency_id, intake_id) references intake (agency_id, id)
);
create index intake_band_item on intake_band (agency_id, intake_id);
alter table intake_band enable row level security;
create policy tenant on intake_band using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select, insert, delete on intake_band to lontar_app;
alter table intake drop column text_bands;
`;

const downSql = `
drop table intake_band;
alter table intake add column text_bands text[] not null default '{}';
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
