import type { Knex } from 'knex';

const upSql = `
-- Without stop words: removed after stemming they take real words along ('ada' from adalah also kills pengadaan).
create text search dictionary lontar_stem (template = snowball, language = indonesian);
create text search configuration lontar (copy = simple);
alter text search configuration lontar alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part with lontar_stem;

create table letter_search (
  agency_id uuid not null,
  letter_id uuid not null,
  unit_id uuid not null,
  type text not null,
  classification_code text not null,
  security_class text not null,
  handling_grade text not null,
  letter_date date not null,
  year int not null,
  number text not null,
  sender text not null,
  subject text not null,
  recipient_text text not null,
  tsv tsvector not null,
  rights text[] not null,
  primary key (agency_id, letter_id)
);
-- The planner chooses between walking by date and the word index by how rare a word is.
alter table letter_search alter column tsv set statistics 1000;
create index letter_search_words on letter_search using gin (tsv);
create index letter_search_rights on letter_search using gin (rights);
create index letter_search_number on letter_search using gin (number gin_trgm_ops);
create index letter_search_sender on letter_search using gin (sender gin_trgm_ops);
create index letter_search_date on letter_search (agency_id, letter_date desc, letter_id desc);
create index letter_search_unit on letter_search (agency_id, unit_id, letter_date desc, letter_id desc);
comment on table letter_search is 'Derived from letter; has no row-level security because that switches its indexes off. Reached only through functions of lontar_search.';

grant select, insert, update on letter_search to lontar_search;
grant select on letter, letter_recipient, letter_access, position, org_unit, classification to lontar_search;

-- One spelling for indexing and asking: small letters, nothing but letters and digits between blanks.
create function search_words(p_text text) returns text language sql immutable parallel safe as $$
  select regexp_replace(lower(p_text), '[^[:alnum:]]+', ' ', 'g')
$$;

-- Both the stem and the word as written.
create function search_vector(p_text text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('public.lontar', public.search_words(p_text)) || to_tsvector('pg_catalog.simple', public.search_words(p_text))
$$;

-- Who may find a letter, as tokens: p:<position>, u:<unit>:<role> (B and T), x:<person> (B). The same rule as canRead.
create function search_rights(p_agency uuid, p_letter uuid, p_class text) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct case grantee_kind
      when 'position' then 'p:' || grantee_id
      when 'unit_role' then 'u:' || grantee_id || ':' || role
      else 'x:' || grantee_id end), '{}')
  from letter_access
  where agency_id = p_agency and letter_id = p_letter
    and (grantee_kind = 'position' or (grantee_kind = 'unit_role' and p_class in ('B', 'T')) or (grantee_kind = 'person' and p_class = 'B'))
$$;

create function search_agency() returns uuid language sql stable as $$
  select nullif(current_setting('app.agency_id', true), '')::uuid
$$;

-- Writes the search row of a signed letter again; R and SR keep no readable text. False when the letter is not signed.
create function index_letter(p_letter uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_agency uuid := search_agency();
begin
  insert into letter_search (agency_id, letter_id, unit_id, type, classification_code, security_class, handling_grade, letter_date, year,
    number, sender, subject, recipient_text, tsv, rights)
  select l.agency_id, l.id, coalesce(unit_opd(l.agency_id, l.unit_id), l.unit_id), l.type, coalesce(l.classification_code, ''),
    l.security_class, l.handling_grade, l.letter_date, extract(year from l.letter_date)::int, l.number,
    concat_ws(' ', l.signatory_title, l.signatory_name, u.name),
    case when l.security_class in ('B', 'T') then l.subject else '' end,
    case when l.security_class in ('B', 'T') then coalesce(r.names, '') else '' end,
    setweight(search_vector(concat_ws(' ', l.subject, l.number)), 'A')
      || setweight(search_vector(concat_ws(' ', l.signatory_title, l.signatory_name, u.name, r.names)), 'B')
      || setweight(search_vector(concat_ws(' ', c.name)), 'C')
      || setweight(search_vector(l.body_text), 'D'),
    search_rights(l.agency_id, l.id, l.security_class)
  from letter l
  join org_unit u on u.agency_id = l.agency_id and u.id = l.unit_id
  left join classification c on c.agency_id = l.agency_id and c.code = l.classification_code
  left join lateral (
    select string_agg(coalesce(nullif(p.title, ''), lr.name), '; ' order by lr.role desc, lr.ordinal) as names
    from letter_recipient lr left join position p on p.agency_id = lr.agency_id and p.id = lr.position_id
    where lr.agency_id = l.agency_id and lr.letter_id = l.id
  ) r on true
  where l.agency_id = v_agency and l.id = p_letter and l.status in ('signed', 'dispatched', 'revoked')
  on conflict (agency_id, letter_id) do update set unit_id = excluded.unit_id, type = excluded.type,
    classification_code = excluded.classification_code, security_class = excluded.security_class,
    handling_grade = excluded.handling_grade, letter_date = excluded.letter_date, year = excluded.year, number = excluded.number,
    sender = excluded.sender, subject = excluded.subject, recipient_text = excluded.recipient_text, tsv = excluded.tsv,
    rights = excluded.rights;
  return found;
end $$;

create function refresh_search_rights(p_letter uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update letter_search s set rights = search_rights(s.agency_id, s.letter_id, s.security_class)
  where s.agency_id = search_agency() and s.letter_id = p_letter;
  return found;
end $$;

create function search_infix(p_text text) returns text language sql immutable parallel safe as $$
  select '%' || regexp_replace(p_text, '([\\\\%_])', '\\\\\\1', 'g') || '%'
$$;

-- The WHERE of every search, agency and rights first. All values are quoted literals, so that the planner weighs them.
-- p: {query: tsquery text, phrases: [text], number: text that may match instead of the words, numberPart, sender, year, classification, unit, type, grade, security, from, to};
-- p_skip names a filter to leave out, for the counts beside that filter.
create function search_condition(p jsonb, p_skip text) returns text
language plpgsql stable set search_path = public, pg_temp as $$
declare
  v_sql text := format('s.agency_id = %L::uuid and s.rights && %L::text[]', search_agency(), coalesce(current_setting('app.rights', true), '{}'));
  v_words text := '';
  v_phrase text;
begin
  if p ->> 'query' is not null then v_words := format('s.tsv @@ %L::tsquery', p ->> 'query'); end if;
  for v_phrase in select jsonb_array_elements_text(coalesce(p -> 'phrases', '[]')) loop
    v_words := concat_ws(' and ', nullif(v_words, ''), format('s.tsv @@ phraseto_tsquery(''pg_catalog.simple'', %L)', search_words(v_phrase)));
  end loop;
  if p ->> 'number' is not null then
    v_words := format('(%s s.number ilike %L)', case when v_words = '' then '' else '(' || v_words || ') or' end,
      search_infix(p ->> 'number'));
  end if;
  if v_words <> '' then v_sql := v_sql || ' and ' || v_words; end if;
  if p ->> 'numberPart' is not null then v_sql := v_sql || format(' and s.number ilike %L', search_infix(p ->> 'numberPart')); end if;
  if p ->> 'sender' is not null then v_sql := v_sql || format(' and s.sender ilike %L', search_infix(p ->> 'sender')); end if;
  if p ->> 'year' is not null and p_skip <> 'year' then v_sql := v_sql || format(' and s.year = %L::int', p ->> 'year'); end if;
  if p ->> 'classification' is not null and p_skip <> 'classification' then
    v_sql := v_sql || format(' and (s.classification_code = %L or starts_with(s.classification_code, %L))', p ->> 'classification', (p ->> 'classification') || '.');
  end if;
  if p ->> 'unit' is not null and p_skip <> 'unit' then v_sql := v_sql || format(' and s.unit_id = %L::uuid', p ->> 'unit'); end if;
  if p ->> 'type' is not null and p_skip <> 'type' then v_sql := v_sql || format(' and s.type = %L', p ->> 'type'); end if;
  if p ->> 'grade' is not null and p_skip <> 'grade' then v_sql := v_sql || format(' and s.handling_grade = %L', p ->> 'grade'); end if;
  if p ->> 'security' is not null and p_skip <> 'security' then v_sql := v_sql || format(' and s.security_class = %L', p ->> 'security'); end if;
  if p ->> 'from' is not null then v_sql := v_sql || format(' and s.letter_date >= %L::date', p ->> 'from'); end if;
  if p ->> 'to' is not null then v_sql := v_sql || format(' and s.letter_date <= %L::date', p ->> 'to'); end if;
  return v_sql;
end $$;

-- One page. Newest first by keyset {afterDate, afterId}; or by rank among the newest 2,000 matches, from {offset}.
create function search_statement(p jsonb) returns text
language plpgsql stable set search_path = public, pg_temp as $$
declare
  v_condition text := search_condition(p, '');
begin
  if p ->> 'sort' = 'rank' and p ->> 'query' is not null then
    return format('select m.letter_id, m.letter_date from (select s.letter_id, s.letter_date, s.tsv from letter_search s where %s
      order by s.letter_date desc, s.letter_id desc limit 2000) m
      order by ts_rank(m.tsv, %L::tsquery) desc, m.letter_date desc, m.letter_id desc offset %s limit %s',
      v_condition, p ->> 'query', (p ->> 'offset')::int, (p ->> 'limit')::int);
  end if;
  if p ->> 'afterId' is not null then
    v_condition := v_condition || format(' and (s.letter_date, s.letter_id) < (%L::date, %L::uuid)', p ->> 'afterDate', p ->> 'afterId');
  end if;
  return format('select s.letter_id, s.letter_date from letter_search s where %s order by s.letter_date desc, s.letter_id desc limit %s',
    v_condition, (p ->> 'limit')::int);
end $$;

create function search_letters(p jsonb) returns table (letter_id uuid, letter_date date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query execute search_statement(p);
end $$;

-- Counts by value over the newest p_cap matches in one pass; the row with facet '' is their number.
create function search_facets(p jsonb, p_skip text, p_cap int) returns table (facet text, value text, matches bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query execute format('with matches as materialized (
      select s.year::text as year, s.classification_code as classification, s.unit_id::text as unit, s.type, s.handling_grade as grade,
        s.security_class as security
      from letter_search s where %s order by s.letter_date desc, s.letter_id desc limit %s)
    select case grouping(year, classification, unit, type, grade, security)
        when 31 then ''year'' when 47 then ''classification'' when 55 then ''unit'' when 59 then ''type'' when 61 then ''grade''
        when 62 then ''security'' else '''' end,
      coalesce(year, classification, unit, type, grade, security, ''''), count(*)
    from matches group by grouping sets ((year), (classification), (unit), (type), (grade), (security), ())',
    search_condition(p, p_skip), p_cap);
end $$;

-- The plan of a page, for operators and tests.
create function explain_search(p jsonb) returns setof text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query execute 'explain ' || search_statement(p);
end $$;

-- Stems of words, in order.
create function search_stems(p_words text[]) returns text[] language sql stable parallel safe as $$
  select coalesce(array_agg(coalesce((ts_lexize('public.lontar_stem', word))[1], word) order by place), '{}')
  from unnest(p_words) with ordinality as asked(word, place)
$$;

-- Body text with the matches between two control characters; only of letters the caller may read.
create function search_headline(p_text text, p_query text) returns text language sql stable parallel safe as $$
  select ts_headline('public.lontar', p_text, p_query::tsquery,
    'StartSel=' || chr(2) || ', StopSel=' || chr(3) || ', MaxFragments=2, MinWords=8, MaxWords=22, FragmentDelimiter=" … "')
$$;

revoke execute on function search_rights(uuid, uuid, text), index_letter(uuid), refresh_search_rights(uuid), search_condition(jsonb, text),
  search_statement(jsonb), search_letters(jsonb), search_facets(jsonb, text, int), explain_search(jsonb) from public;
grant execute on function index_letter(uuid), refresh_search_rights(uuid), search_letters(jsonb), search_facets(jsonb, text, int),
  explain_search(jsonb) to lontar_app;
grant execute on function search_condition(jsonb, text), search_statement(jsonb), search_rights(uuid, uuid, text) to lontar_search;
alter function search_rights(uuid, uuid, text) owner to lontar_search;
alter function index_letter(uuid) owner to lontar_search;
alter function refresh_search_rights(uuid) owner to lontar_search;
alter function search_letters(jsonb) owner to lontar_search;
alter function search_facets(jsonb, text, int) owner to lontar_search;
alter function explain_search(jsonb) owner to lontar_search;
`;

const downSql = `
set local role lontar_search;
drop function explain_search(jsonb);
drop function search_facets(jsonb, text, int);
drop function search_letters(jsonb);
drop function refresh_search_rights(uuid);
drop function index_letter(uuid);
drop function search_rights(uuid, uuid, text);
reset role;
drop function search_headline(text, text);
drop function search_stems(text[]);
drop function search_statement(jsonb);
drop function search_condition(jsonb, text);
drop function search_infix(text);
drop function search_agency();
drop function search_vector(text);
drop function search_words(text);
drop table letter_search;
drop text search configuration lontar;
drop text search dictionary lontar_stem;
revoke select on letter, letter_recipient, letter_access, position, org_unit, classification from lontar_search;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
