import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table register_entry add column void_letter_number text;
    comment on column register_entry.void_letter_number is 'The number as it stood on the letter, kept when it is voided; null for what never was on one.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table register_entry drop column void_letter_number');
}
