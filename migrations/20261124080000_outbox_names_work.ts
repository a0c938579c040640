import type { Knex } from 'knex';

const upSql = `
-- Work that is due at once is announced by its id, so that the relay need not look for it; later work only wakes it.
create or replace function outbox_wake() returns trigger language plpgsql as $$
begin
  perform pg_notify('lontar_outbox', case when new.not_before <= new.created_at then new.id::text else '' end);
  return null;
end $$;
drop trigger outbox_wake on outbox;
create trigger outbox_wake after insert on outbox for each row execute function outbox_wake();
`;

const downSql = `
create or replace function outbox_wake() returns trigger language plpgsql as $$
begin
  perform pg_notify('lontar_outbox', '');
  return null;
end $$;
drop trigger outbox_wake on outbox;
create trigger outbox_wake after insert on outbox for each statement execute function outbox_wake();
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
