import type { Knex } from 'knex';

const definerFunctions = [
  'search_estimate(text)',
  'search_since(text, int, date)',
  'search_page(jsonb)',
  'search_facets(jsonb, text, int)',
  'search_count(jsonb, int)',
  'search_suggestions(jsonb)',
  'search_terms(uuid)',
  'explain_search(jsonb)',
];

const upSql = `
-- active, inactive, permanent, handed_over, destroyed, due (may be destroyed), or '' while the desk's copy, else the unit's, is in no file.
create function search_retention(p_files jsonb, p_opd text, p_unit uuid, p_today date) returns text language sql immutable parallel safe as $$
  select case when (coalesce(p_files -> p_opd, p_files -> p_unit::text) ->> 1)::date < p_today then 'due'
    else coalesce(coalesce(p_files -> p_opd, p_files -> p_unit::text) ->> 0, '') end
$$;

-- One filter of several values.
create function search_any(p jsonb, p_name text, p_column text) returns text language sql immutable as $$
  select format(' and %s = any(%L::text[])', p_column, array(select jsonb_array_elements_text(p -> p_name))::text)
  where jsonb_array_length(coalesce(p -> p_name, '[]')) > 0
$$;

-- The WHERE of every search, agency and rights first. All values are quoted literals, so that the planner weighs them.
-- p: {query: tsquery text, phrases: [text], number: text that may match instead of the words, numberPart, sender, opd, today, year: [..],
-- classification: [..], unit: [..], type: [..], grade: [..], security: [..], retention: [..], from, to, fileId, notId, since, sinceIds};
-- p_skip names a filter to leave out, for the counts beside that filter.
create function search_condition(p jsonb, p_skip text) returns text
language plpgsql stable set search_path = public, pg_temp as $$
declare
  v_sql text := format('s.agency_id = %L::uuid and s.rights && %L::text[]', search_agency(), coalesce(current_setting('app.rights', true), '{}'));
  v_words text := '';
  v_text text;
begin
  if p ->> 'query' is not null then v_words := format('s.tsv @@ %L::tsquery', p ->> 'query'); end if;
  for v_text in select jsonb_array_elements_text(coalesce(p -> 'phrases', '[]')) loop
    v_words := concat_ws(' and ', nullif(v_words, ''), format('s.tsv @@ phraseto_tsquery(''pg_catalog.simple'', %L)', search_words(v_text)));
  end loop;
  if p ->> 'number' is not null then
    v_words := format('(%s s.number ilike %L)', case when v_words = '' then '' else '(' || v_words || ') or' end,
      search_infix(p ->> 'number'));
  end if;
  if v_words <> '' then v_sql := v_sql || ' and ' || v_words; end if;
  if p ->> 'numberPart' is not null then v_sql := v_sql || format(' and s.number ilike %L', search_infix(p ->> 'numberPart')); end if;
  if p ->> 'sender' is not null then v_sql := v_sql || format(' and s.sender ilike %L', search_infix(p ->> 'sender')); end if;
  if p_skip <> 'year' then v_sql := v_sql || coalesce(search_any(p, 'year', 's.year::text'), ''); end if;
  if p_skip <> 'classification' and jsonb_array_length(coalesce(p -> 'classification', '[]')) > 0 then
    select v_sql || ' and (' || string_agg(format('s.classification_code = %L or starts_with(s.classification_code, %L)', code, code || '.'), ' or ')
      || ')' into v_sql from jsonb_array_elements_text(p -> 'classification') as code;
  end if;
  if p_skip <> 'unit' then v_sql := v_sql || coalesce(search_any(p, 'unit', 's.unit_id::text'), ''); end if;
  if p_skip <> 'type' then v_sql := v_sql || coalesce(search_any(p, 'type', 's.type'), ''); end if;
  if p_skip <> 'grade' then v_sql := v_sql || coalesce(search_any(p, 'grade', 's.handling_grade'), ''); end if;
  if p_skip <> 'security' then v_sql := v_sql || coalesce(search_any(p, 'security', 's.security_class'), ''); end if;
  if p_skip <> 'retention' then
    v_sql := v_sql || coalesce(search_any(p, 'retention',
      format('search_retention(s.files, %L, s.unit_id, %L::date)', p ->> 'opd', p ->> 'today')), '');
  end if;
  if p ->> 'from' is not null then v_sql := v_sql || format(' and s.date >= %L::date', p ->> 'from'); end if;
  if p ->> 'to' is not null then v_sql := v_sql || format(' and s.date <= %L::date', p ->> 'to'); end if;
  if p -> 'inFile' is not null then
    v_text := array(select jsonb_array_elements_text(p -> 'inFile'))::text;
    v_sql := v_sql || format(' and (s.entity_id = any(%L::uuid[]) or s.parent_id = any(%L::uuid[]))', v_text, v_text);
  end if;
  if p ->> 'notId' is not null then v_sql := v_sql || format(' and s.entity_id <> %L::uuid', p ->> 'notId'); end if;
  if p ->> 'since' is not null then
    v_sql := v_sql || format(' and (s.arrived_at > %L::timestamptz or s.entity_id = any(%L::uuid[]))', p ->> 'since',
      array(select jsonb_array_elements_text(coalesce(p -> 'sinceIds', '[]')))::text);
  end if;
  return v_sql;
end $$;

-- How many rows the planner expects.
create function search_estimate(p_condition text) returns numeric
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_plan json;
begin
  execute 'explain (format json) select 1 from archive_search s where ' || p_condition into v_plan;
  return (v_plan -> 0 -> 'Plan' ->> 'Plan Rows')::numeric;
end $$;

-- The day from which on about p_wanted matches are to be expected, when there are many more; null when all rows are to be looked at.
-- Only the newest matches are ranked and counted, so that the work for a frequent word does not grow with the archive.
create function search_since(p_condition text, p_wanted int, p_newest date) returns date
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_share numeric := p_wanted * 1.5 / greatest(search_estimate(p_condition), 1);
  v_newest date;
  v_oldest date;
begin
  if v_share > 0.5 then return null; end if;
  select max(date), min(date) into v_newest, v_oldest from archive_search where agency_id = search_agency();
  return least(v_newest, p_newest) - ceil((v_newest - v_oldest) * v_share)::int;
end $$;

create type search_match as (entity_id uuid, kind text, date date, unit_id uuid);

-- Words or phrases, the newest or the best first: answered from the word index, months back.
create function search_is_fenced(p jsonb) returns boolean language sql immutable as $$
  select p ->> 'sort' <> 'oldest' and (p ->> 'query' is not null or jsonb_array_length(coalesce(p -> 'phrases', '[]')) > 0)
$$;

-- The statement of one page: by date with keyset {afterDate, afterId}, or by rank among the newest 2,000 matches, from {offset}.
create function search_statement(p jsonb, p_condition text) returns text
language plpgsql stable set search_path = public, pg_temp as $$
declare
  v_order text := case when p ->> 'sort' = 'oldest' then 's.date, s.entity_id' else 's.date desc, s.entity_id desc' end;
begin
  if p ->> 'sort' = 'rank' then
    return format('select m.entity_id, m.kind, m.date, m.unit_id, m.candidates from (
        select s.*, count(*) over () as candidates from (
          select * from (select s.entity_id, s.kind, s.date, s.unit_id, s.lead from archive_search s where %s offset 0) s
          order by s.date desc, s.entity_id desc limit 2000) s) m
      order by ts_rank(m.lead, %L::tsquery) desc, m.date desc, m.entity_id desc offset %s limit %s',
      p_condition, p ->> 'query', (p ->> 'offset')::int, (p ->> 'limit')::int);
  end if;
  if p ->> 'afterId' is not null then
    p_condition := p_condition || format(' and (s.date, s.entity_id) %s (%L::date, %L::uuid)',
      case when p ->> 'sort' = 'oldest' then '>' else '<' end, p ->> 'afterDate', p ->> 'afterId');
  end if;
  -- Not by walking the dates: that would unpack the words of every row on the way.
  if search_is_fenced(p) then
    return format('select s.entity_id, s.kind, s.date, s.unit_id, count(*) over () as candidates from (
        select s.entity_id, s.kind, s.date, s.unit_id from archive_search s where %s offset 0) s order by %s limit %s',
      p_condition, v_order, (p ->> 'limit')::int);
  end if;
  return format('select s.entity_id, s.kind, s.date, s.unit_id, 0::bigint as candidates from archive_search s where %s order by %s limit %s',
    p_condition, v_order, (p ->> 'limit')::int);
end $$;

create function search_page(p jsonb) returns setof search_match
language plpgsql security definer set search_path = public, pg_temp set work_mem = '64MB' as $$
declare
  v_condition text := search_condition(p, '');
  v_since date := case when search_is_fenced(p) then search_since(v_condition, 2000, (p ->> 'afterDate')::date) end;
  v_page search_match[];
  v_candidates bigint;
begin
  if v_since is not null then
    execute format('select array_agg((entity_id, kind, date, unit_id)::search_match), max(candidates) from (%s) found',
      search_statement(p, v_condition || format(' and s.date >= %L::date', v_since))) into v_page, v_candidates;
    if v_candidates >= (case when p ->> 'sort' = 'rank' then 2000 else (p ->> 'limit')::int end) then
      return query select * from unnest(v_page);
      return;
    end if;
  end if;
  return query execute format('select entity_id, kind, date, unit_id from (%s) found', search_statement(p, v_condition));
end $$;

create type search_tally as (facet text, value text, matches bigint);

create function search_facet_statement(p jsonb, p_condition text, p_cap int) returns text
language sql stable set search_path = public, pg_temp as $$
  select format('with matches as materialized (
      select s.year::text as year, s.classification_code as classification, s.unit_id::text as unit, s.type, s.handling_grade as grade,
        s.security_class as security, search_retention(s.files, %L, s.unit_id, %L::date) as retention
      from (select s.year, s.classification_code, s.unit_id, s.type, s.handling_grade, s.security_class, s.files, s.date, s.entity_id
        from archive_search s where %s offset 0) s order by s.date desc, s.entity_id desc limit %s)
    select case grouping(year, classification, unit, type, grade, security, retention)
        when 63 then ''year'' when 95 then ''classification'' when 111 then ''unit'' when 119 then ''type'' when 123 then ''grade''
        when 125 then ''security'' when 126 then ''retention'' else '''' end as facet,
      coalesce(year, classification, unit, type, grade, security, retention, '''') as value, count(*) as matches
    from matches group by grouping sets ((year), (classification), (unit), (type), (grade), (security), (retention), ())',
    p ->> 'opd', p ->> 'today', p_condition, p_cap)
$$;

-- Counts by value over the newest p_cap matches in one pass; the row with facet '' is their number.
create function search_facets(p jsonb, p_skip text, p_cap int) returns setof search_tally
language plpgsql security definer set search_path = public, pg_temp set work_mem = '64MB' as $$
declare
  v_condition text := search_condition(p, p_skip);
  v_since date := search_since(v_condition, p_cap, null);
  v_tallies search_tally[];
  v_count bigint;
begin
  if v_since is not null then
    execute format('select array_agg((facet, value, matches)::search_tally), max(matches) filter (where facet = '''') from (%s) counted',
      search_facet_statement(p, v_condition || format(' and s.date >= %L::date', v_since), p_cap)) into v_tallies, v_count;
    if v_count >= p_cap then
      return query select * from unnest(v_tallies);
      return;
    end if;
  end if;
  return query execute search_facet_statement(p, v_condition, p_cap);
end $$;

-- How many match, at most p_cap.
create function search_count(p jsonb, p_cap int) returns bigint
language plpgsql stable security definer set search_path = public, pg_temp set work_mem = '64MB' as $$
declare
  v_count bigint;
begin
  execute format('select count(*) from (select from archive_search s where %s limit %s) n', search_condition(p, ''), p_cap) into v_count;
  return v_count;
end $$;

-- What the words being typed may become, from the newest 300 matches of each: numbers and senders that hold the text, and subjects.
create function search_suggestions(p jsonb) returns table (kind text, value text, entity_id uuid, entity_kind text, entity_unit uuid)
language plpgsql stable security definer set search_path = public, pg_temp set work_mem = '64MB' as $$
declare
  v_base text := search_condition(p - 'query' - 'phrases' - 'number' - 'numberPart' - 'sender', '');
  v_part text := search_infix(p ->> 'text');
begin
  if p ->> 'numberPart' is not null then
    return query execute format('select ''number'', m.number, m.entity_id, m.kind, m.unit_id from (select s.number, s.entity_id, s.kind, s.unit_id from archive_search s
      where %s and s.number ilike %L and s.kind in (''letter'', ''incoming'', ''document'')
      order by s.date desc, s.entity_id desc limit 5) m', v_base, v_part);
  end if;
  return query execute format('select ''sender'', m.sender, null::uuid, null::text, null::uuid from (select s.sender, s.date from archive_search s
    where %s and s.sender ilike %L order by s.date desc, s.entity_id desc limit 300) m group by m.sender order by count(*) desc, max(m.date) desc limit 4',
    v_base, v_part);
  if p ->> 'query' is not null then
    return query execute format('select ''subject'', m.title, (array_agg(m.entity_id order by m.date desc))[1], (array_agg(m.kind order by m.date desc))[1],
        (array_agg(m.unit_id order by m.date desc))[1]
      from (select s.title, s.date, s.entity_id, s.kind, s.unit_id from archive_search s where %s and s.tsv @@ %L::tsquery and s.lead @@ %L::tsquery and s.title <> ''''
        and s.kind in (''letter'', ''incoming'', ''document'') order by s.date desc, s.entity_id desc limit 300) m
      group by m.title order by max(m.date) desc limit 5', v_base, replace(replace(p ->> 'titleQuery', ':A', ''), ':*A', ':*'), p ->> 'titleQuery');
  end if;
end $$;

-- The words that tell what an entry is about, rare ones first: of its title, then of its text. Null for an entry that the desk may not read.
create function search_terms(p_entity uuid) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  with readable as (
    select s.tsv from archive_search s where s.agency_id = search_agency() and s.entity_id = p_entity
      and s.rights && coalesce(current_setting('app.rights', true), '{}')::text[]
  ),
  source as (
    select t.lexeme, coalesce('A' = any(t.weights), false) as is_title, coalesce(cardinality(t.positions), 0) as uses
    from readable cross join lateral unnest(readable.tsv) as t
    where length(t.lexeme) between 4 and 40 and t.lexeme !~ '^[0-9]+$'
  ),
  known as (
    select e.lexeme, (st.most_common_elem_freqs)[e.place] as share
    from pg_stats st cross join lateral unnest(st.most_common_elems::text::text[]) with ordinality as e (lexeme, place)
    where st.schemaname = 'public' and st.tablename = 'archive_search' and st.attname = 'tsv'
  )
  select case when exists (select from readable) then coalesce(array_agg(lexeme), '{}') end from (
    select s.lexeme from source s left join known k using (lexeme)
    -- In a small archive every word is in a large share of it.
    where coalesce(k.share, 0) < (select greatest(0.02, least(0.5, 200 / greatest(reltuples, 1))) from pg_class where oid = 'archive_search'::regclass)
    order by s.is_title desc, s.uses desc, coalesce(k.share, 0), s.lexeme limit 16) best
$$;

-- The plan of a page, for operators and tests.
create function explain_search(p jsonb) returns setof text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query execute 'explain ' || search_statement(p, search_condition(p, ''));
end $$;

-- A short text whole, with the matches between two control characters.
create function search_marked(p_text text, p_query text) returns text language sql stable parallel safe as $$
  select ts_headline('public.lontar', p_text, p_query::tsquery, 'HighlightAll=true, StartSel=' || chr(2) || ', StopSel=' || chr(3))
$$;

revoke execute on function search_condition(jsonb, text), search_statement(jsonb, text), search_facet_statement(jsonb, text, int), ${definerFunctions.join(', ')} from public;
grant execute on function search_condition(jsonb, text), search_statement(jsonb, text), search_facet_statement(jsonb, text, int) to lontar_search;
grant execute on function search_page(jsonb), search_facets(jsonb, text, int), search_count(jsonb, int), search_suggestions(jsonb),
  search_terms(uuid), explain_search(jsonb) to lontar_app;
${definerFunctions.map((name) => `alter function ${name} owner to lontar_search;`).join('\n')}
`;

const downSql = `
set local role lontar_search;
${definerFunctions
  .toReversed()
  .map((name) => `drop function ${name};`)
  .join('\n')}
reset role;
drop function search_marked(text, text);
drop function search_facet_statement(jsonb, text, int);
drop function search_statement(jsonb, text);
drop function search_condition(jsonb, text);
drop function search_is_fenced(jsonb);
drop function search_any(jsonb, text, text);
drop function search_retention(jsonb, text, uuid, date);
drop type search_match;
drop type search_tally;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
