import type { Knex } from 'knex';

const upSql = `
-- The workers' latest sign of life: written only while the queue answers, read by readiness.
create table heartbeat (
  process text primary key,
  beat_at timestamptz not null
);
grant select, insert, update on heartbeat to lontar_app;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table heartbeat');
}
