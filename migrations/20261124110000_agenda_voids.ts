import type { Knex } from 'knex';

/** The void numbers of a book are few: counted without reading the others. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create index incoming_letter_void on incoming_letter (agency_id, unit_id, agenda_year) where status = 'cancelled';
    create index register_entry_void on register_entry (agency_id, register_id, year) where status = 'void';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index register_entry_void, incoming_letter_void');
}
