import type { Knex } from 'knex';

/** A page of a book is one walk along its register; void numbers are few and counted without the others. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create unique index incoming_letter_number on incoming_letter (agency_id, register_id, agenda_year, agenda_number);
    create index incoming_letter_void on incoming_letter (agency_id, register_id, agenda_year) where status = 'cancelled';
    create index register_entry_void on register_entry (agency_id, register_id, year) where status = 'void';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index register_entry_void, incoming_letter_void, incoming_letter_number');
}
