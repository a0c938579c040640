import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table intake_mailbox add column take_from date;
    comment on column intake_mailbox.take_from is 'A folder that is read from its beginning starts with the first message that arrived on or after this day; null: with the first of all.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table intake_mailbox drop column take_from');
}
