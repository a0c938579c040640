import type { Knex } from 'knex';

const upSql = `
-- Layout of rate-limiter-flexible; counts attempts, holds no business data.
create table throttle (
  key text primary key,
  points int not null default 0,
  expire bigint
);
grant select, insert, update, delete on throttle to lontar_app;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table throttle');
}
