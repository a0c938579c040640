import type { Knex } from 'knex';

const upSql = `
-- A whole signature command, to be called alone: it then commits in its own round trip, and no other signatory of the
-- register waits for our process. What needs no number is written before the register's lock is taken. The commit does
-- not wait for the disk under that lock either: the log is written in order, so no number survives a crash without those
-- before it, and the caller waits for the disk (one wait for all that come at once) before it answers anyone.
-- Returns the printed number; null, with nothing written, when the letter or the key is no longer what was read.
create function accept_signature(p jsonb, p_sealed bytea, p_events text[], p_response text) returns text
language plpgsql as $$
declare
  v_agency uuid := (p ->> 'agencyId')::uuid;
  v_letter uuid := (p ->> 'letterId')::uuid;
  v_now timestamptz := (p ->> 'now')::timestamptz;
  v_register uuid := (p -> 'register' ->> 'id')::uuid;
  v_account uuid := (p -> 'command' ->> 'accountId')::uuid;
  v_key text := p -> 'command' ->> 'key';
  v_serial int := (p ->> 'keptSerial')::int;
  v_number text := p ->> 'keptNumber';
begin
  perform set_config('app.agency_id', p ->> 'agencyId', true);
  perform set_config('synchronous_commit', 'off', true);
  perform 1 from letter
  where agency_id = v_agency and id = v_letter and status = 'ready_to_sign' and version = (p ->> 'version')::int for update;
  if not found then
    return null;
  end if;
  if v_key is not null then
    insert into idempotency (agency_id, account_id, key, request_hash, created_at)
    values (v_agency, v_account, v_key, p -> 'command' ->> 'requestHash', v_now) on conflict do nothing;
    if not found then
      return null;
    end if;
  end if;

  insert into letter_access (agency_id, letter_id, grantee_kind, grantee_id, role, reason, created_at)
  select v_agency, v_letter, g.kind, g.id, coalesce(g.role, ''), g.reason, v_now
  from jsonb_to_recordset(p -> 'grants') as g (kind text, id uuid, role text, reason text) on conflict do nothing;
  insert into signing_secret (id, agency_id, sealed, expires_at)
  values ((p ->> 'secretId')::uuid, v_agency, p_sealed, (p ->> 'secretExpiresAt')::timestamptz);
  insert into verification_token (token, short_code, agency_id, letter_id, created_at)
  values (p ->> 'token', p ->> 'shortCode', v_agency, v_letter, v_now) on conflict (agency_id, letter_id) do nothing;
  insert into signing_attempt (agency_id, id, letter_id, content_version, certificate_id, person_id, position_id, appointment_id,
    secret_id, state, sheet, started_at)
  values (v_agency, (p ->> 'attemptId')::uuid, v_letter, (p ->> 'contentVersion')::int, (p ->> 'certificateId')::uuid,
    (p ->> 'personId')::uuid, (p ->> 'positionId')::uuid, (p ->> 'appointmentId')::uuid, (p ->> 'secretId')::uuid,
    'numbered', p -> 'sheet', v_now);
  insert into outbox (id, agency_id, job, payload, created_at, not_before)
  values ((p ->> 'outboxId')::uuid, v_agency, 'signing.seal',
    jsonb_build_object('letterId', v_letter, 'attemptId', p ->> 'attemptId'), v_now, v_now);
  insert into hint (agency_id, kind, entity_id, positions, created_at)
  values (v_agency, 'letter', v_letter, array(select jsonb_array_elements_text(p -> 'hintPositions'))::uuid[], v_now);

  if v_number is null then
    v_serial := take_number(v_agency, v_register, (p ->> 'year')::int, v_letter, v_now, (p ->> 'date')::date);
    v_number := (p -> 'register' ->> 'before')
      || lpad(v_serial::text, greatest(length(v_serial::text), (p -> 'register' ->> 'width')::int), '0')
      || (p -> 'register' ->> 'after');
  end if;
  update letter set status = 'signing', version = version + 1, updated_at = v_now,
    register_id = v_register, register_year = (p ->> 'year')::int, register_number = v_serial,
    number = v_number, letter_date = (p ->> 'date')::date, signatory_person_id = (p ->> 'personId')::uuid,
    signatory_name = p ->> 'signatoryName', signatory_title = p ->> 'signatoryTitle'
  where agency_id = v_agency and id = v_letter;
  if v_key is not null then
    update idempotency set response = replace(p_response, '@number@', ltrim(rtrim(to_jsonb(v_number)::text, '"'), '"'))::jsonb
    where agency_id = v_agency and account_id = v_account and key = v_key;
  end if;
  perform append_events(v_agency, array(select replace(e, '"@number@"', to_jsonb(v_number)::text) from unnest(p_events) e));
  return v_number;
end $$;
revoke execute on function accept_signature(jsonb, bytea, text[], text) from public;
grant execute on function accept_signature(jsonb, bytea, text[], text) to lontar_app;

create unique index demo_mailbox_message on demo_mailbox (agency_id, message_id);
create index letter_recipient_pending on letter_recipient (agency_id, letter_id) where delivery_status = 'pending';
create index signing_attempt_running on signing_attempt (agency_id, started_at) where state in ('numbered', 'typeset', 'sealed');
create index outbox_attempt on outbox ((payload ->> 'attemptId')) where done_at is null and failed_at is null;
`;

const downSql = `
drop index outbox_attempt, signing_attempt_running, letter_recipient_pending, demo_mailbox_message;
drop function accept_signature(jsonb, bytea, text[], text);
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
