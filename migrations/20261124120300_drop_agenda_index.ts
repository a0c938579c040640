import type { Knex } from 'knex';

/** The latest letters of a unit are walked along `incoming_letter_unit`, the books along `incoming_letter_number`. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('drop index incoming_letter_agenda');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(
    'create index incoming_letter_agenda on incoming_letter (agency_id, unit_id, agenda_year desc, agenda_number desc, id desc)',
  );
}
