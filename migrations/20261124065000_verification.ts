import type { Knex } from 'knex';

const upSql = `
create index letter_signed_hash on letter using hash (signed_sha256);

-- Public verification knows no agency: it asks which letter of the installation has exactly these bytes. Owned by the
-- tables' owner, so the tenant wall does not hide them; it gives away only what the holder of the file has in hand.
create function find_signed_letter(p_sha256 text) returns table (agency_id uuid, letter_id uuid, short_code text)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.agency_id, l.id, t.short_code from letter l
  join verification_token t on t.agency_id = l.agency_id and t.letter_id = l.id
  where l.signed_sha256 = p_sha256 and l.status in ('signed', 'dispatched', 'revoked')
  limit 1
$$;
revoke execute on function find_signed_letter(text) from public;
grant execute on function find_signed_letter(text) to lontar_app;
`;

const downSql = `
drop function find_signed_letter(text);
drop index letter_signed_hash;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
