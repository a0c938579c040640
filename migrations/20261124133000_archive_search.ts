import type { Knex } from 'knex';
import { up as layLetterSearch } from './20261124060000_search.ts';

const readTables = [
  'agency',
  'incoming_letter',
  'incoming_access',
  'incoming_addressee',
  'intake',
  'intake_page',
  'disposition',
  'disposition_item',
  'disposition_report',
  'record',
  'record_file',
  'archive_document',
  'document_access',
].join(', ');

const ownFunctions = [
  'rights_tokens(text, text[])',
  'grant_tokens(text, uuid, text, text)',
  'search_files(uuid, uuid, uuid, uuid)',
  'index_letter(uuid)',
  'index_incoming(uuid)',
  'index_chain(uuid)',
  'index_document(uuid)',
  'refresh_search_rights(uuid)',
  'forget_search(text, uuid)',
  'search_filed()',
  'search_file_changed()',
  'search_document_granted()',
  'search_document_changed()',
];

const upSql = `
set local role lontar_search;
drop function explain_search(jsonb);
drop function search_facets(jsonb, text, int);
drop function search_letters(jsonb);
drop function refresh_search_rights(uuid);
drop function index_letter(uuid);
drop function search_rights(uuid, uuid, text);
reset role;
drop function search_statement(jsonb);
drop function search_condition(jsonb, text);
drop table letter_search;

create table archive_search (
  agency_id uuid not null,
  entity_id uuid not null,
  kind text not null check (kind in ('letter', 'incoming', 'disposition', 'report', 'document')),
  parent_id uuid,
  unit_id uuid not null,
  type text not null,
  classification_code text not null,
  security_class text not null,
  handling_grade text not null,
  date date not null,
  year int not null,
  arrived_at timestamptz not null,
  number text not null,
  sender text not null,
  title text not null,
  files jsonb not null default '{}',
  rights text[] not null,
  lead tsvector not null,
  tsv tsvector not null,
  primary key (agency_id, entity_id)
) with (fillfactor = 90, toast_tuple_target = 512);
-- How many matches are to be expected, and so how far back a search has to look, follows from how rare a word is.
alter table archive_search alter column tsv set statistics 500, alter column rights set statistics 200;
-- Ranking reads the words of title, sender and classification of 2,000 rows: these stay in the row. All words of the text are read for phrases
-- only (the index knows the rest), and are kept beside the table.
alter table archive_search alter column lead set storage main, alter column rights set storage main, alter column files set storage main,
  alter column title set storage main, alter column number set storage main, alter column sender set storage main;
do $$ begin
  alter table archive_search alter column tsv set compression lz4, alter column lead set compression lz4, alter column rights set compression lz4,
    alter column files set compression lz4, alter column title set compression lz4, alter column sender set compression lz4;
exception when feature_not_supported then null;
end $$;
-- One index for words, rights and date: what a desk may read of the newest months is cut out before a row is touched.
create index archive_search_words on archive_search using gin (tsv, rights, date);
create index archive_search_number on archive_search using gin (number gin_trgm_ops);
create index archive_search_sender on archive_search using gin (sender gin_trgm_ops);
create index archive_search_date on archive_search (agency_id, date desc, entity_id desc);
create index archive_search_parent on archive_search (agency_id, parent_id) where parent_id is not null;
create index archive_search_arrived on archive_search using brin (arrived_at);
comment on table archive_search is 'Derived from letters, incoming letters, dispositions, reports and documents; has no row-level security because that switches its indexes off. Reached only through functions of lontar_search.';
comment on column archive_search.files is 'By unit: [lifecycle, date from which the file may be destroyed, file].';

comment on column archive_search.lead is 'The weighted words of tsv (title, number, names, classification), by which matches are ranked.';

-- Words of a text as written, with their places, and their stems without.
create function search_body(p_text text) returns tsvector language sql immutable parallel safe as $$
  select strip(to_tsvector('public.lontar', words)) || to_tsvector('pg_catalog.simple', words)
  from (select public.search_words(p_text) as words offset 0) text
$$;

grant select, insert, update, delete on archive_search to lontar_search;
grant select on ${readTables} to lontar_search;

-- Grants as tokens: p:<position>, u:<unit>:<role> (B and T), x:<person> (B). The same rule as canRead.
create function rights_tokens(p_class text, p_grants text[]) returns text[] language sql immutable as $$
  select coalesce(array_agg(distinct token order by token), '{}') from unnest(p_grants) as token
  where token like 'p:%' or ((token like 'u:%' or token like 's:%') and p_class in ('B', 'T')) or (token like 'x:%' and p_class = 'B')
$$;
-- What one grant lets find: its own token, and that of the secretaries of a position that the letter reached.
create function grant_tokens(p_kind text, p_grantee uuid, p_role text, p_reason text) returns setof text language sql immutable as $$
  select case p_kind when 'position' then 'p:' || p_grantee when 'unit_role' then 'u:' || p_grantee || ':' || p_role else 'x:' || p_grantee end
  union all
  select 's:' || p_grantee where p_kind = 'position'
    and (p_reason in ('recipient', 'carbon copy', 'forwarded') or p_reason like 'disposition:%')
$$;

-- Where the copies of a subject are filed, by unit.
create function search_files(p_agency uuid, p_letter uuid, p_incoming uuid, p_document uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(jsonb_object_agg(r.unit_id, jsonb_build_array(f.lifecycle,
      case when f.final_action = 'destroy' and f.lifecycle in ('active', 'inactive') then f.inactive_until end, f.id)
      order by r.created_at desc), '{}')
  from record r join record_file f on f.agency_id = r.agency_id and f.id = r.file_id
  where r.agency_id = p_agency
    and (r.letter_id = p_letter or r.incoming_id = p_incoming or r.document_id = p_document)
$$;

-- Writes the row of a signed letter again; R and SR keep no readable text. False when the letter is not signed.
create function index_letter(p_letter uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into archive_search (agency_id, entity_id, kind, unit_id, type, classification_code, security_class, handling_grade, date, year,
    arrived_at, number, sender, title, files, rights, lead, tsv)
  select l.agency_id, l.id, 'letter', coalesce(unit_opd(l.agency_id, l.unit_id), l.unit_id), l.type, coalesce(l.classification_code, ''),
    l.security_class, l.handling_grade, l.letter_date, extract(year from l.letter_date)::int, l.signed_at, l.number,
    concat_ws(' ', l.signatory_title, l.signatory_name, u.name),
    case when l.security_class in ('B', 'T') then l.subject else '' end,
    search_files(l.agency_id, l.id, null, null),
    rights_tokens(l.security_class, array(
      select t.token
      from letter_access a cross join lateral grant_tokens(a.grantee_kind, a.grantee_id, a.role, a.reason) t (token) where a.agency_id = l.agency_id and a.letter_id = l.id)),
    w.lead, w.lead || search_body(left(l.body_text, 150000))
  from letter l
  join org_unit u on u.agency_id = l.agency_id and u.id = l.unit_id
  left join classification c on c.agency_id = l.agency_id and c.code = l.classification_code
  left join lateral (
    select string_agg(coalesce(nullif(p.title, ''), lr.name), '; ' order by lr.role desc, lr.ordinal) as names
    from letter_recipient lr left join position p on p.agency_id = lr.agency_id and p.id = lr.position_id
    where lr.agency_id = l.agency_id and lr.letter_id = l.id
  ) r on true
  cross join lateral (select setweight(search_vector(concat_ws(' ', l.subject, l.number)), 'A')
      || setweight(search_vector(concat_ws(' ', l.signatory_title, l.signatory_name, u.name, r.names)), 'B')
      || setweight(search_vector(concat_ws(' ', c.name)), 'C') as lead offset 0) w
  where l.agency_id = search_agency() and l.id = p_letter and l.status in ('signed', 'dispatched', 'revoked')
  on conflict (agency_id, entity_id) do update set unit_id = excluded.unit_id, type = excluded.type,
    classification_code = excluded.classification_code, security_class = excluded.security_class,
    handling_grade = excluded.handling_grade, date = excluded.date, year = excluded.year, number = excluded.number,
    sender = excluded.sender, title = excluded.title, files = excluded.files, rights = excluded.rights, lead = excluded.lead, tsv = excluded.tsv;
  return found;
end $$;

-- The row of a letter from outside, with what was read of its pages; one that was cancelled or came from us has none.
create function index_incoming(p_incoming uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into archive_search (agency_id, entity_id, kind, unit_id, type, classification_code, security_class, handling_grade, date, year,
    arrived_at, number, sender, title, files, rights, lead, tsv)
  select i.agency_id, i.id, 'incoming', coalesce(unit_opd(i.agency_id, i.unit_id), i.unit_id), 'surat_masuk',
    coalesce(i.classification_code, ''), i.security_class, i.handling_grade, i.received_date, extract(year from i.received_date)::int,
    i.received_at, i.number, btrim(concat_ws(' ', i.sender_title, i.sender_unit)),
    case when i.security_class in ('B', 'T') then i.subject else '' end,
    search_files(i.agency_id, null, i.id, null),
    rights_tokens(i.security_class, array(
      select t.token
      from incoming_access a cross join lateral grant_tokens(a.grantee_kind, a.grantee_id, a.role, a.reason) t (token) where a.agency_id = i.agency_id and a.incoming_id = i.id)),
    w.lead, w.lead || search_body(concat_ws(' ', left(p.text, 150000)))
  from incoming_letter i
  left join classification c on c.agency_id = i.agency_id and c.code = i.classification_code
  left join lateral (
    select string_agg(g.text, ' ' order by g.ordinal) as text from intake_page g
    where g.agency_id = i.agency_id and g.intake_id = i.intake_id
  ) p on true
  cross join lateral (select setweight(search_vector(concat_ws(' ', i.subject, i.number)), 'A')
      || setweight(search_vector(concat_ws(' ', i.sender_title, i.sender_unit, i.addressee)), 'B')
      || setweight(search_vector(concat_ws(' ', i.summary, c.name)), 'C') as lead offset 0) w
  where i.agency_id = search_agency() and i.id = p_incoming and i.origin_letter_id is null and i.status <> 'cancelled'
  on conflict (agency_id, entity_id) do update set unit_id = excluded.unit_id, classification_code = excluded.classification_code,
    security_class = excluded.security_class, handling_grade = excluded.handling_grade, number = excluded.number,
    sender = excluded.sender, title = excluded.title, files = excluded.files, rights = excluded.rights, lead = excluded.lead, tsv = excluded.tsv;
  if found then return true; end if;
  delete from archive_search where agency_id = search_agency() and entity_id = p_incoming and kind = 'incoming';
  return false;
end $$;

-- Dispositions and reports of one incoming letter, as visibleItems shows them: whoever received or gave an item sees what leads to it, its
-- equals and what hangs beneath; addressed desks and the roles of the unit see all; a private one only who gave and who received it.
-- s:<position> stands for whoever serves that official, for R and SR only with a grant of its own (s:<position>@<secretary>). Rows that stay the same are left alone.
create function index_chain(p_incoming uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  with recursive item as (
    select i.*, d.giver_title, d.recorded_by_position_id as recorder_id, d.recorded_by_name, t.name as team_name
    from disposition_item i
    join disposition d on d.agency_id = i.agency_id and d.id = i.disposition_id
    left join team t on t.agency_id = i.agency_id and t.id = i.team_id
    where i.agency_id = search_agency() and i.incoming_id = p_incoming and i.received_at is not null
  ),
  above as (
    select id, parent_item_id as above_id from item where parent_item_id is not null
    union
    select a.id, i.parent_item_id from above a join item i on i.id = a.above_id where i.parent_item_id is not null
  ),
  party (id, position_id, is_own) as (
    select id, unnest(array[case when status <> 'recalled' then position_id end, giver_position_id, recorder_id]), true from item
    union all
    select a.id, unnest(array[case when i.status <> 'recalled' then i.position_id end, i.giver_position_id, i.recorder_id]), false
    from above a join item i on i.id = a.above_id
    union all
    select a.above_id, i.position_id, false from above a join item i on i.id = a.id where i.status <> 'recalled'
    union all
    select i.id, s.position_id, false from item i join item s on s.disposition_id = i.disposition_id and s.status <> 'recalled'
    union all
    select i.id, d.position_id, false from item i join incoming_addressee d
      on d.agency_id = i.agency_id and d.incoming_id = i.incoming_id and d.role = 'to'
  ),
  letter_of as (
    select i.*, a.time_zone, coalesce(unit_opd(i.agency_id, i.unit_id), i.unit_id) as opd_id, i.security_class in ('B', 'T') as is_open,
      search_files(i.agency_id, i.origin_letter_id, i.id, null) as files
    from incoming_letter i join agency a on a.id = i.agency_id
    where i.agency_id = search_agency() and i.id = p_incoming and i.status <> 'cancelled'
  ),
  entitled as (
    select i.id, array(
      select distinct token from (
        select 'p:' || p.position_id as token from party p
        where p.id = i.id and p.position_id is not null and (p.is_own or not i.is_private)
        union all
        select 's:' || p.position_id from party p
        where p.id = i.id and p.position_id is not null and not i.is_private and l.is_open
        union all
        select 's:' || p.position_id || '@' || a.grantee_id from party p join incoming_access a
          on a.agency_id = l.agency_id and a.incoming_id = l.id and a.grantee_kind = 'position'
        where p.id = i.id and p.position_id is not null and not i.is_private and not l.is_open
        union all
        select 'u:' || l.unit_id || ':' || r.role from (values ('registry'), ('archivist')) as r (role)
        where not i.is_private and l.is_open and (l.security_class = 'B' or r.role = 'archivist')
      ) t order by token) as rights
    from item i cross join letter_of l
  ),
  said as (
    select i.id as entity_id, 'disposition' as kind, 'disposisi' as type, i.received_at as at, i.giver_title as author, i.is_private,
      e.rights, concat_ws(' ', array_to_string(i.instructions, ' '), i.note) as words, i.team_name as more
    from item i join entitled e on e.id = i.id
    union all
    select r.id, 'report', 'laporan', r.reported_at, r.author_title, i.is_private, e.rights, r.text, r.author_name
    from item i join entitled e on e.id = i.id
    join disposition_report r on r.agency_id = i.agency_id and r.item_id = i.id
  )
  insert into archive_search as s (agency_id, entity_id, kind, parent_id, unit_id, type, classification_code, security_class, handling_grade,
    date, year, arrived_at, number, sender, title, files, rights, lead, tsv)
  select l.agency_id, d.entity_id, d.kind, l.id, l.opd_id, d.type, coalesce(l.classification_code, ''), l.security_class, l.handling_grade,
    (d.at at time zone l.time_zone)::date, extract(year from d.at at time zone l.time_zone)::int, d.at, l.number, d.author,
    case when l.is_open and not d.is_private then l.subject else '' end, l.files, d.rights,
    w.lead, w.lead
  from said d cross join letter_of l
  cross join lateral (select setweight(search_vector(concat_ws(' ', l.subject, l.number)), 'B')
      || setweight(search_vector(concat_ws(' ', d.author, d.more)), 'B')
      || setweight(search_vector(left(d.words, 150000)), 'A') as lead offset 0) w
  on conflict (agency_id, entity_id) do update set classification_code = excluded.classification_code,
    security_class = excluded.security_class, handling_grade = excluded.handling_grade, number = excluded.number,
    title = excluded.title, files = excluded.files, rights = excluded.rights, lead = excluded.lead, tsv = excluded.tsv
  where (s.classification_code, s.security_class, s.handling_grade, s.number, s.title, s.files, s.rights, s.tsv)
    is distinct from (excluded.classification_code, excluded.security_class, excluded.handling_grade, excluded.number, excluded.title,
      excluded.files, excluded.rights, excluded.tsv);
  delete from archive_search s where s.agency_id = search_agency() and s.parent_id = p_incoming and not exists (
    select 1 from incoming_letter i where i.agency_id = s.agency_id and i.id = p_incoming and i.status <> 'cancelled')
$$;

-- The row of a document made elsewhere. False when it is gone or destroyed.
create function index_document(p_document uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into archive_search (agency_id, entity_id, kind, unit_id, type, classification_code, security_class, handling_grade, date, year,
    arrived_at, number, sender, title, files, rights, lead, tsv)
  select d.agency_id, d.id, 'document', coalesce(unit_opd(d.agency_id, d.unit_id), d.unit_id), 'dokumen',
    coalesce(d.classification_code, ''), d.security_class, 'biasa', d.document_date, extract(year from d.document_date)::int, d.created_at,
    d.number, btrim(concat_ws(' ', d.sender, d.recipient)), case when d.security_class in ('B', 'T') then d.title else '' end,
    search_files(d.agency_id, null, null, d.id),
    rights_tokens(d.security_class, array(
      select case a.grantee_kind when 'position' then 'p:' || a.grantee_id when 'unit_role' then 'u:' || a.grantee_id || ':' || a.role
        else 'x:' || a.grantee_id end
      from document_access a where a.agency_id = d.agency_id and a.document_id = d.id)),
    w.lead, w.lead || search_body(left(d.body_text, 150000))
  from archive_document d
  left join classification c on c.agency_id = d.agency_id and c.code = d.classification_code
  cross join lateral (select setweight(search_vector(concat_ws(' ', d.title, d.number)), 'A')
      || setweight(search_vector(concat_ws(' ', d.sender, d.recipient)), 'B')
      || setweight(search_vector(concat_ws(' ', d.summary, c.name)), 'C') as lead offset 0) w
  where d.agency_id = search_agency() and d.id = p_document and d.destroyed_at is null
  on conflict (agency_id, entity_id) do update set unit_id = excluded.unit_id, classification_code = excluded.classification_code,
    security_class = excluded.security_class, date = excluded.date, year = excluded.year, number = excluded.number,
    sender = excluded.sender, title = excluded.title, files = excluded.files, rights = excluded.rights, lead = excluded.lead, tsv = excluded.tsv;
  if found then return true; end if;
  delete from archive_search where agency_id = search_agency() and entity_id = p_document and kind = 'document';
  return false;
end $$;

-- Copies the grants of a letter into its row. False while it has none.
create function refresh_search_rights(p_letter uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update archive_search s set rights = rights_tokens(s.security_class, array(
    select t.token
    from letter_access a cross join lateral grant_tokens(a.grantee_kind, a.grantee_id, a.role, a.reason) t (token) where a.agency_id = s.agency_id and a.letter_id = s.entity_id))
  where s.agency_id = search_agency() and s.entity_id = p_letter and s.kind = 'letter';
  return found;
end $$;

-- Takes what was destroyed out of the index, with the dispositions and reports of an incoming letter. Returns how many rows went.
create function forget_search(p_kind text, p_entity uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_count int;
begin
  delete from archive_search where agency_id = search_agency()
    and ((entity_id = p_entity and kind = p_kind) or (p_kind = 'incoming' and parent_id = p_entity));
  get diagnostics v_count = row_count;
  return v_count;
end $$;

-- Filing moves through many hands, so the rows follow the tables by themselves. What is written stays in the page (no index on files).
create function search_filed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  with touched as (
    select distinct agency_id, coalesce(letter_id, i.origin) as letter_id, incoming_id, document_id
    from changed_record cross join lateral (
      select (select origin_letter_id from incoming_letter l where l.agency_id = changed_record.agency_id and l.id = incoming_id) as origin) i
  ),
  subject as (
    select agency_id, unnest(array[letter_id, incoming_id, document_id]) as id from touched
  ),
  chain as (
    select agency_id, incoming_id as id from touched where incoming_id is not null
    union
    select t.agency_id, i.id from touched t join incoming_letter i on i.agency_id = t.agency_id and i.origin_letter_id = t.letter_id
  ),
  target as (
    select s.agency_id, s.entity_id from subject join archive_search s on s.agency_id = subject.agency_id and s.entity_id = subject.id
    union
    select s.agency_id, s.entity_id from chain join archive_search s on s.agency_id = chain.agency_id and s.parent_id = chain.id
  ),
  placed as (
    select s.agency_id, s.entity_id, case s.kind
      when 'letter' then search_files(s.agency_id, s.entity_id, null, null)
      when 'incoming' then search_files(s.agency_id, null, s.entity_id, null)
      when 'document' then search_files(s.agency_id, null, null, s.entity_id)
      else search_files(s.agency_id, (select i.origin_letter_id from incoming_letter i where i.agency_id = s.agency_id and i.id = s.parent_id),
        s.parent_id, null) end as files
    from target join archive_search s using (agency_id, entity_id)
  )
  update archive_search s set files = p.files from placed p
  where s.agency_id = p.agency_id and s.entity_id = p.entity_id and s.files <> p.files;
  return null;
end $$;
create function search_file_changed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  with changed as (
    select n.agency_id, n.id, jsonb_build_array(n.lifecycle,
      case when n.final_action = 'destroy' and n.lifecycle in ('active', 'inactive') then n.inactive_until end, n.id) as entry
    from new_file n join old_file o on o.agency_id = n.agency_id and o.id = n.id
    where (n.lifecycle, n.final_action, n.inactive_until) is distinct from (o.lifecycle, o.final_action, o.inactive_until)
  ),
  item as (
    select c.entry, r.agency_id, r.unit_id, r.letter_id, r.incoming_id, r.document_id
    from changed c join record r on r.agency_id = c.agency_id and r.file_id = c.id
  ),
  target as (
    select i.agency_id, s.entity_id, i.unit_id, i.entry
    from item i join archive_search s on s.agency_id = i.agency_id and s.entity_id in (i.letter_id, i.incoming_id, i.document_id)
    union
    select i.agency_id, s.entity_id, i.unit_id, i.entry
    from item i join archive_search s on s.agency_id = i.agency_id and s.parent_id = i.incoming_id
  ),
  placed as (
    select agency_id, entity_id, jsonb_object_agg(unit_id, entry) as entries from target group by agency_id, entity_id
  )
  update archive_search s set files = s.files || p.entries from placed p
  where s.agency_id = p.agency_id and s.entity_id = p.entity_id;
  return null;
end $$;
create trigger search_filed_in after insert on record referencing new table as changed_record
  for each statement execute function search_filed();
create trigger search_filed_anew after update on record referencing new table as changed_record
  for each statement execute function search_filed();
create trigger search_file_changed after update on record_file referencing old table as old_file new table as new_file
  for each statement execute function search_file_changed();

-- A document without grants is found by nobody: its row is written with its first grants, and again when it changes.
create function search_document_granted() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform index_document(d.document_id) from (select distinct document_id from changed_access) d;
  return null;
end $$;
create function search_document_changed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform index_document(n.id) from new_document n join old_document o on o.agency_id = n.agency_id and o.id = n.id
  where (n.title, n.number, n.document_date, n.sender, n.recipient, n.summary, n.classification_code, n.security_class, n.body_text, n.unit_id,
      n.destroyed_at)
    is distinct from (o.title, o.number, o.document_date, o.sender, o.recipient, o.summary, o.classification_code, o.security_class, o.body_text,
      o.unit_id, o.destroyed_at);
  return null;
end $$;
create trigger search_granted after insert on document_access referencing new table as changed_access
  for each statement execute function search_document_granted();
create trigger search_revoked after delete on document_access referencing old table as changed_access
  for each statement execute function search_document_granted();
create trigger search_changed after update on archive_document referencing old table as old_document new table as new_document
  for each statement execute function search_document_changed();

revoke execute on function ${ownFunctions.join(', ')} from public;
grant execute on function index_letter(uuid), index_incoming(uuid), index_chain(uuid), index_document(uuid), refresh_search_rights(uuid),
  forget_search(text, uuid), grant_tokens(text, uuid, text, text) to lontar_app;
grant select on team to lontar_search;
${ownFunctions.map((name) => `alter function ${name} owner to lontar_search;`).join('\n')}

-- What stands already, agency by agency, because the functions ask whose transaction it is.
do $$
declare
  v_agency uuid;
begin
  for v_agency in select id from agency loop
    perform set_config('app.agency_id', v_agency::text, true);
    perform index_letter(id) from letter where agency_id = v_agency and status in ('signed', 'dispatched', 'revoked');
    perform index_incoming(id) from incoming_letter where agency_id = v_agency and origin_letter_id is null and status <> 'cancelled';
    perform index_chain(incoming_id) from (select distinct incoming_id from disposition_item where agency_id = v_agency) i;
    perform index_document(id) from archive_document where agency_id = v_agency;
  end loop;
  perform set_config('app.agency_id', '', true);
end $$;
`;

const downSql = `
drop trigger search_changed on archive_document;
drop trigger search_revoked on document_access;
drop trigger search_granted on document_access;
drop trigger search_file_changed on record_file;
drop trigger search_filed_anew on record;
drop trigger search_filed_in on record;
set local role lontar_search;
${ownFunctions
  .toReversed()
  .map((name) => `drop function ${name};`)
  .join('\n')}
reset role;
drop function search_headline(text, text);
drop function search_stems(text[]);
drop function search_infix(text);
drop function search_agency();
drop function search_body(text);
drop function search_vector(text);
drop function search_words(text);
drop table archive_search;
drop text search configuration lontar;
drop text search dictionary lontar_stem;
revoke select on ${readTables}, team from lontar_search;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
  await layLetterSearch(knex);
  await knex.raw(`do $$
declare
  v_agency uuid;
begin
  for v_agency in select id from agency loop
    perform set_config('app.agency_id', v_agency::text, true);
    perform index_letter(id) from letter where agency_id = v_agency and status in ('signed', 'dispatched', 'revoked');
  end loop;
  perform set_config('app.agency_id', '', true);
end $$`);
}
