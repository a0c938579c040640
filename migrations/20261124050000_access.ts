import type { Knex } from 'knex';

const tenantTables = [
  'person',
  'idempotency',
  'event',
  'blob',
  'blob_ref',
  'org_unit',
  'position',
  'position_relation',
  'appointment',
  'position_role',
  'classification',
  'letter',
  'letter_version',
  'letter_recipient',
  'letter_annex',
  'circuit_step',
  'letter_comment',
  'letter_access',
  'register',
  'register_year',
  'register_entry',
  'certificate',
  'signing_attempt',
  'incoming_letter',
  'incoming_addressee',
  'mail_message',
  'demo_mailbox',
  'record_file',
  'record',
  'notification',
  'print_event',
  'savings_assumption',
];

const upSql = `
${tenantTables
  .map(
    (table) => `alter table ${table} enable row level security;
create policy tenant on ${table} using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);`,
  )
  .join('\n')}

alter function append_events(uuid, text[]) security definer set search_path = public, pg_temp;

grant usage on schema public to lontar_app, lontar_relay, lontar_search;
grant select, insert, update, delete on all tables in schema public to lontar_app;
revoke insert, update, delete on event, audit_head from lontar_app;
revoke insert, update, delete on event_1, event_2 from lontar_app;
revoke select on event_1, event_2 from lontar_app;
revoke delete on letter, letter_version, register_entry, register_year, blob, incoming_letter, record, verification_token from lontar_app;
grant delete on blob to lontar_app;
revoke update on letter_version from lontar_app;
revoke all on knex_migrations, knex_migrations_lock from lontar_app;
grant usage, select on all sequences in schema public to lontar_app;

-- Opens the chain of a new agency; nothing else may write heads.
create function open_audit_chain(p_agency uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into audit_head (agency_id, seq, hash) values (p_agency, 0, sha256(convert_to(p_agency::text, 'UTF8')))
  on conflict do nothing
$$;
revoke execute on function open_audit_chain(uuid) from public;
grant execute on function open_audit_chain(uuid) to lontar_app;
revoke execute on function append_events(uuid, text[]) from public;
grant execute on function append_events(uuid, text[]) to lontar_app;

grant select, update, delete on outbox to lontar_relay;
grant select, delete on hint, session, signing_secret to lontar_relay;

-- A signed letter is a fact: only its onward state (dispatch, revocation) may change.
create function letter_signed_guard() returns trigger language plpgsql as $$
begin
  if old.status in ('signed', 'dispatched', 'revoked') and (
    (new.type, new.subject, new.number, new.register_id, new.register_year, new.register_number, new.letter_date, new.signed_sha256, new.signed_at,
     new.signatory_name, new.signatory_title, new.security_class, new.classification_code, new.body::text)
    is distinct from
    (old.type, old.subject, old.number, old.register_id, old.register_year, old.register_number, old.letter_date, old.signed_sha256, old.signed_at,
     old.signatory_name, old.signatory_title, old.security_class, old.classification_code, old.body::text)
    or new.status not in ('signed', 'dispatched', 'revoked')) then
    raise exception 'a signed letter cannot be changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger letter_signed_guard before update on letter for each row execute function letter_signed_guard();
`;

const downSql = `
drop trigger letter_signed_guard on letter;
drop function letter_signed_guard();
drop function open_audit_chain(uuid);
${tenantTables.map((table) => `drop policy tenant on ${table}; alter table ${table} disable row level security;`).join('\n')}
revoke all on all tables in schema public from lontar_app, lontar_relay;
revoke all on all sequences in schema public from lontar_app;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
