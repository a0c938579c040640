import type { Knex } from 'knex';

const signedFacts = (row: string) =>
  `(${[
    'type, subject, number, register_id, register_year, register_number, letter_date, signed_sha256, signed_at',
    'signatory_name, signatory_title, security_class, classification_code',
  ]
    .join(', ')
    .split(', ')
    .map((column) => `${row}.${column}`)
    .join(', ')})`;

const guardSql = (mayClear: string) => `
create or replace function letter_signed_guard() returns trigger language plpgsql as $$
begin
  if old.status in ('signed', 'dispatched', 'revoked') and (
    ${signedFacts('new')} is distinct from ${signedFacts('old')}
    or (new.body::text is distinct from old.body::text${mayClear})
    or new.status not in ('signed', 'dispatched', 'revoked')) then
    raise exception 'a signed letter cannot be changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;`;

const EMPTY_BODY = `'{"type": "doc", "content": [{"type": "paragraph"}]}'::jsonb`;

const upSql = `
alter table letter add column destroyed_at timestamptz, add column destroyed_by_disposal_id uuid,
  add foreign key (agency_id, destroyed_by_disposal_id) references disposal (agency_id, id),
  add check ((destroyed_at is null) = (destroyed_by_disposal_id is null));
alter table incoming_letter add column destroyed_at timestamptz, add column destroyed_by_disposal_id uuid,
  add foreign key (agency_id, destroyed_by_disposal_id) references disposal (agency_id, id),
  add check ((destroyed_at is null) = (destroyed_by_disposal_id is null));

-- What is left of a destroyed record: its metadata and the SHA-256 of every component.
create table destroyed_record (
  agency_id uuid not null references agency (id),
  record_id uuid not null,
  disposal_id uuid not null,
  file_id uuid not null,
  letter_id uuid,
  incoming_id uuid,
  document_id uuid,
  title text not null,
  number text not null,
  record_date date,
  security_class text not null,
  shared_with int not null default 0,
  components jsonb not null,
  destroyed_at timestamptz not null,
  primary key (agency_id, record_id),
  foreign key (agency_id, disposal_id) references disposal (agency_id, id),
  foreign key (agency_id, file_id) references record_file (agency_id, id),
  foreign key (agency_id, record_id) references record (agency_id, id)
);
comment on column destroyed_record.shared_with is 'Records of the same letter that other units still keep: while there are any, the letter''s own bytes stay.';
create index destroyed_record_disposal on destroyed_record (agency_id, disposal_id, record_id);

-- Bytes to be taken out of the store; also what must be purged again after an older backup is restored.
create table destroyed_blob (
  agency_id uuid not null references agency (id),
  disposal_id uuid not null,
  sha256 text not null,
  destroyed_at timestamptz not null,
  removed_at timestamptz,
  kept_reason text,
  primary key (agency_id, disposal_id, sha256),
  foreign key (agency_id, disposal_id) references disposal (agency_id, id)
);
create index destroyed_blob_hash on destroyed_blob (agency_id, sha256);

${['destroyed_record', 'destroyed_blob']
  .map(
    (table) => `alter table ${table} enable row level security;
create policy tenant on ${table} using (agency_id = nullif(current_setting('app.agency_id', true), '')::uuid);
grant select on ${table} to lontar_app;`,
  )
  .join('\n')}
grant update (removed_at, kept_reason) on destroyed_blob to lontar_app;

-- A signed letter's content may go only while a disposal that contains it is being executed.
${guardSql(` and not (new.body = ${EMPTY_BODY} and new.destroyed_at is not null and exists (
      select from record r join disposal_file f on f.agency_id = r.agency_id and f.file_id = r.file_id and f.status = 'included'
      join disposal d on d.agency_id = f.agency_id and d.id = f.disposal_id and d.state = 'executing'
      where r.agency_id = new.agency_id and r.letter_id = new.id and d.id = new.destroyed_by_disposal_id))`)}

create function text_component(p_name text, p_text text) returns jsonb language sql immutable as $$
  select jsonb_build_object('name', p_name, 'sha256', encode(sha256(convert_to(p_text, 'UTF8')), 'hex'),
    'sizeBytes', octet_length(p_text), 'isFile', false)
$$;
create function file_component(p_name text, p_sha256 text, p_size bigint) returns jsonb language sql immutable as $$
  select jsonb_build_object('name', p_name, 'sha256', p_sha256, 'sizeBytes', p_size, 'isFile', true)
$$;

-- Empties a letter; returns its components. The caller holds the locks and has checked that it may.
create function destroy_letter(p_agency uuid, p_letter uuid, p_disposal uuid, p_now timestamptz) returns jsonb
language plpgsql as $$
declare
  v_parts jsonb;
begin
  select jsonb_agg(part) into v_parts from (
    select file_component('surat bertanda tangan', signed_sha256, signed_size_bytes) as part
    from letter where agency_id = p_agency and id = p_letter and signed_sha256 is not null
    union all select text_component('isi surat', body::text) from letter where agency_id = p_agency and id = p_letter
    union all select text_component('versi ' || content_version, content::text) from letter_version
      where agency_id = p_agency and letter_id = p_letter
    union all select file_component('lampiran ' || ordinal, sha256, size_bytes) from letter_annex
      where agency_id = p_agency and letter_id = p_letter
    union all select file_component('hasil tanda tangan', b.sha256, b.size_bytes) from signing_attempt s
      join blob b on b.agency_id = s.agency_id and b.sha256 = s.sealed_sha256 where s.agency_id = p_agency and s.letter_id = p_letter
    union all select text_component('catatan', string_agg(text, E'\\n' order by created_at, id)) from letter_comment
      where agency_id = p_agency and letter_id = p_letter having count(*) > 0
    union all select text_component('isi surel', body_text) from mail_message where agency_id = p_agency and letter_id = p_letter
  ) parts;
  delete from blob_ref where agency_id = p_agency and (owner_id = p_letter
    or owner_id in (select id from letter_annex where agency_id = p_agency and letter_id = p_letter)
    or owner_id in (select id from signing_attempt where agency_id = p_agency and letter_id = p_letter));
  delete from letter_annex where agency_id = p_agency and letter_id = p_letter;
  update letter_version set content = '{}' where agency_id = p_agency and letter_id = p_letter;
  update signing_attempt set sheet = '{}' where agency_id = p_agency and letter_id = p_letter;
  update letter_comment set parent_id = null where agency_id = p_agency and letter_id = p_letter;
  delete from letter_comment where agency_id = p_agency and letter_id = p_letter;
  delete from demo_mailbox m using mail_message s
  where m.agency_id = p_agency and s.agency_id = p_agency and s.letter_id = p_letter and m.message_id = s.message_id;
  update mail_message set body_text = '' where agency_id = p_agency and letter_id = p_letter;
  delete from notification where agency_id = p_agency and letter_id = p_letter;
  update letter set body = ${EMPTY_BODY}, body_text = '', destroyed_at = p_now, destroyed_by_disposal_id = p_disposal
  where agency_id = p_agency and id = p_letter;
  return coalesce(v_parts, '[]');
end $$;

-- What came in and what was ordered about it.
create function destroy_incoming(p_agency uuid, p_incoming uuid, p_disposal uuid, p_now timestamptz) returns jsonb
language plpgsql as $$
declare
  v_intake uuid;
  v_items uuid[];
  v_reports uuid[];
  v_owners uuid[];
  v_parts jsonb;
begin
  select intake_id into v_intake from incoming_letter where agency_id = p_agency and id = p_incoming for update;
  v_items := array(select id from disposition_item where agency_id = p_agency and incoming_id = p_incoming);
  v_reports := array(select id from disposition_report where agency_id = p_agency and item_id = any(v_items));
  v_owners := v_items || v_reports || array(select id from disposition where agency_id = p_agency and incoming_id = p_incoming);
  select jsonb_agg(part) into v_parts from (
    select text_component('ringkasan', summary) as part from incoming_letter
    where agency_id = p_agency and id = p_incoming and summary <> ''
    union all select file_component('berkas masuk ' || ordinal, sha256, size_bytes) from intake_file
      where agency_id = p_agency and intake_id = v_intake
    union all select file_component('halaman ' || p.ordinal, p.image_sha256, b.size_bytes) from intake_page p
      join blob b on b.agency_id = p.agency_id and b.sha256 = p.image_sha256
      where p.agency_id = p_agency and p.intake_id = v_intake
    union all select text_component('teks halaman ' || ordinal, text) from intake_page
      where agency_id = p_agency and intake_id = v_intake and text <> ''
    union all select file_component('salinan dengan teks', b.sha256, b.size_bytes) from intake i
      join blob b on b.agency_id = i.agency_id and b.sha256 = i.searchable_sha256 where i.agency_id = p_agency and i.id = v_intake
    union all select file_component('surel asli', b.sha256, b.size_bytes) from intake_message m
      join blob b on b.agency_id = m.agency_id and b.sha256 = m.raw_sha256 where m.agency_id = p_agency and m.intake_id = v_intake
    union all select text_component('disposisi ' || ordinal, array_to_string(instructions, E'\\n') || E'\\n' || note)
      from disposition_item where agency_id = p_agency and id = any(v_items)
    union all select text_component('laporan tindak lanjut', text) from disposition_report
      where agency_id = p_agency and id = any(v_reports)
    union all select text_component('pesan disposisi', text) from disposition_message
      where agency_id = p_agency and item_id = any(v_items)
    union all select file_component('berkas disposisi', sha256, size_bytes) from disposition_file
      where agency_id = p_agency and owner_id = any(v_owners)
  ) parts;
  delete from blob_ref where agency_id = p_agency and (owner_id = v_intake
    or owner_id in (select id from intake_message where agency_id = p_agency and intake_id = v_intake)
    or owner_id in (select id from disposition_file where agency_id = p_agency and owner_id = any(v_owners)));
  delete from disposition_file where agency_id = p_agency and owner_id = any(v_owners);
  update disposition_item set instructions = '{}', note = '' where agency_id = p_agency and id = any(v_items);
  update disposition_report set text = '' where agency_id = p_agency and id = any(v_reports);
  update disposition_message set text = '' where agency_id = p_agency and item_id = any(v_items);
  delete from intake_page where agency_id = p_agency and intake_id = v_intake;
  delete from intake_file where agency_id = p_agency and intake_id = v_intake;
  delete from intake_band where agency_id = p_agency and intake_id = v_intake;
  update intake set title = '', mail_from = null, mail_subject = null, mail_text = null, proposals = null, verdict = null,
    searchable_sha256 = null, text_signature = '{}', draft = null
  where agency_id = p_agency and id = v_intake;
  update incoming_change set changes = '{}' where agency_id = p_agency and incoming_id = p_incoming;
  delete from notification where agency_id = p_agency and incoming_id = p_incoming;
  update incoming_letter set summary = '', destroyed_at = p_now, destroyed_by_disposal_id = p_disposal
  where agency_id = p_agency and id = p_incoming;
  return coalesce(v_parts, '[]');
end $$;

create function destroy_document(p_agency uuid, p_document uuid, p_now timestamptz) returns jsonb language plpgsql as $$
declare
  v_parts jsonb;
begin
  select jsonb_agg(part) into v_parts from (
    select text_component('teks dokumen', body_text) as part from archive_document
    where agency_id = p_agency and id = p_document and body_text <> ''
    union all select text_component('ringkasan', summary) from archive_document
      where agency_id = p_agency and id = p_document and summary <> ''
    union all select file_component('berkas ' || ordinal, sha256, size_bytes) from archive_document_file
      where agency_id = p_agency and document_id = p_document
  ) parts;
  delete from blob_ref where agency_id = p_agency and owner_id = p_document;
  delete from archive_document_file where agency_id = p_agency and document_id = p_document;
  update archive_document set body_text = '', summary = '', origin = origin #- '{metadata}', destroyed_at = p_now
  where agency_id = p_agency and id = p_document;
  update archive_document_change set changes = '{}' where agency_id = p_agency and document_id = p_document;
  -- What it was loaded from: its row, and the upload that holds its bytes.
  delete from blob_ref where agency_id = p_agency and owner_kind = 'load'
    and owner_id in (select job_id from load_row where agency_id = p_agency and document_id = p_document);
  delete from load_part where agency_id = p_agency
    and job_id in (select job_id from load_row where agency_id = p_agency and document_id = p_document);
  update load_row set content = '{}' where agency_id = p_agency and document_id = p_document;
  return coalesce(v_parts, '[]');
end $$;

-- The search forgets by its own rights; destruction runs with those of whoever migrates.
do $$
declare
  v_migrating text := current_user;
begin
  set local role lontar_search;
  execute format('grant execute on function forget_search(text, uuid) to %I', v_migrating);
  reset role;
end $$;

create function destroy_record(p_agency uuid, p_record record, p_disposal uuid, p_now timestamptz) returns void language plpgsql as $$
declare
  v_parts jsonb := '[]';
  v_shared int := 0;
begin
  if p_record.letter_id is not null then
    -- Two units may destroy their records of one letter at once: whoever comes second sees the first.
    perform 1 from letter where agency_id = p_agency and id = p_record.letter_id for update;
    select count(*) into v_shared from record
    where agency_id = p_agency and letter_id = p_record.letter_id and id <> p_record.id and destroyed_at is null;
    if v_shared = 0 then
      v_parts := v_parts || destroy_letter(p_agency, p_record.letter_id, p_disposal, p_now);
      perform forget_search('letter', p_record.letter_id);
    end if;
  end if;
  if p_record.incoming_id is not null then
    v_parts := v_parts || destroy_incoming(p_agency, p_record.incoming_id, p_disposal, p_now);
    perform forget_search('incoming', p_record.incoming_id);
  end if;
  if p_record.document_id is not null then
    v_parts := v_parts || destroy_document(p_agency, p_record.document_id, p_now);
    perform forget_search('document', p_record.document_id);
  end if;
  insert into destroyed_record (agency_id, record_id, disposal_id, file_id, letter_id, incoming_id, document_id, title, number, record_date,
    security_class, shared_with, components, destroyed_at)
  select p_agency, p_record.id, p_disposal, p_record.file_id, p_record.letter_id, p_record.incoming_id, p_record.document_id,
    coalesce(l.subject, i.subject, d.title, ''), coalesce(l.number, i.number, d.number, ''),
    coalesce(l.letter_date, i.letter_date, d.document_date), coalesce(l.security_class, i.security_class, d.security_class, 'B'),
    v_shared, v_parts, p_now
  from (values (1)) as only_one
  left join letter l on l.agency_id = p_agency and l.id = p_record.letter_id
  left join incoming_letter i on i.agency_id = p_agency and i.id = p_record.incoming_id
  left join archive_document d on d.agency_id = p_agency and d.id = p_record.document_id;
  insert into destroyed_blob (agency_id, disposal_id, sha256, destroyed_at)
  select distinct p_agency, p_disposal, part ->> 'sha256', p_now from jsonb_array_elements(v_parts) part
  where (part ->> 'isFile')::boolean on conflict do nothing;
  update record set destroyed_at = p_now, version = version + 1 where agency_id = p_agency and id = p_record.id;
end $$;

-- Why a file cannot go now, whatever its retention: a case holds it, or its paper is with a borrower. Null when it can.
create function why_file_stays(p_agency uuid, p_file uuid) returns text language sql stable as $$
  select coalesce(
    (select 'Ditahan karena perkara ' || h.case_number from legal_hold_file hf
      join legal_hold h on h.agency_id = hf.agency_id and h.id = hf.hold_id and h.released_at is null
      where hf.agency_id = p_agency and hf.file_id = p_file order by h.placed_at limit 1),
    (select 'Sedang dipinjam' from file_loan o
      where o.agency_id = p_agency and o.file_id = p_file and o.returned_at is null))
$$;

-- One file (berkas) of a disposal that is being executed, whole or not at all. Tells what its row says afterwards: done, or
-- left_out because a case holds it now or it is lent. Asking again changes nothing.
create function destroy_file(p_agency uuid, p_disposal uuid, p_file uuid, p_now timestamptz) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_status text;
  v_reason text;
  v_record record;
begin
  if p_agency is distinct from nullif(current_setting('app.agency_id', true), '')::uuid then
    raise exception 'another agency' using errcode = 'insufficient_privilege';
  end if;
  perform 1 from disposal
  where agency_id = p_agency and id = p_disposal and kind = 'destruction' and state = 'executing' for share;
  if not found then
    raise exception 'the disposal is not being executed' using errcode = 'integrity_constraint_violation';
  end if;
  -- A hold or a loan refers to the file: it waits for this lock, or we wait for it and see it.
  perform 1 from record_file where agency_id = p_agency and id = p_file for update;
  select status into v_status from disposal_file
  where agency_id = p_agency and disposal_id = p_disposal and file_id = p_file for update;
  if v_status is distinct from 'included' then
    return v_status;
  end if;
  v_reason := why_file_stays(p_agency, p_file);
  if v_reason is not null then
    update disposal_file set status = 'left_out', is_open = false, settled_at = p_now, reason = v_reason
    where agency_id = p_agency and disposal_id = p_disposal and file_id = p_file;
    return 'left_out';
  end if;
  for v_record in
    select id, file_id, letter_id, incoming_id, document_id from record
    where agency_id = p_agency and file_id = p_file and destroyed_at is null order by id for update
  loop
    perform destroy_record(p_agency, v_record, p_disposal, p_now);
  end loop;
  update record_file set lifecycle = 'destroyed', version = version + 1 where agency_id = p_agency and id = p_file;
  update disposal_file set status = 'done', is_open = false, settled_at = p_now
  where agency_id = p_agency and disposal_id = p_disposal and file_id = p_file;
  -- Packages that may hold it are let go; the sweep drops their bytes.
  update export_job set expires_at = p_now where agency_id = p_agency and status = 'ready' and expires_at > p_now
    and (kind = 'own_letters' or p_file = any(file_ids));
  return 'done';
end $$;
revoke execute on function destroy_file(uuid, uuid, uuid, timestamptz), destroy_record(uuid, record, uuid, timestamptz),
  destroy_document(uuid, uuid, timestamptz), destroy_incoming(uuid, uuid, uuid, timestamptz),
  destroy_letter(uuid, uuid, uuid, timestamptz) from public;
grant execute on function destroy_file(uuid, uuid, uuid, timestamptz) to lontar_app;

-- The public page of a destroyed letter names the minutes, nothing else of the disposal.
create function destruction_minutes(p_agency uuid, p_disposal uuid) returns table (number text, paper_date date)
language sql stable as $$
  select p.number, p.paper_date from official_paper p
  where p.agency_id = p_agency and p.disposal_id = p_disposal and p.kind = 'destruction_minutes' and p.status <> 'void'
$$;
`;

const downSql = `
drop function destruction_minutes(uuid, uuid);
drop function destroy_file(uuid, uuid, uuid, timestamptz);
drop function why_file_stays(uuid, uuid);
drop function destroy_record(uuid, record, uuid, timestamptz);
drop function destroy_document(uuid, uuid, timestamptz);
drop function destroy_incoming(uuid, uuid, uuid, timestamptz);
drop function destroy_letter(uuid, uuid, uuid, timestamptz);
drop function file_component(text, text, bigint);
drop function text_component(text, text);
${guardSql('')}
drop table destroyed_blob, destroyed_record;
alter table incoming_letter drop column destroyed_by_disposal_id, drop column destroyed_at;
alter table letter drop column destroyed_by_disposal_id, drop column destroyed_at;
`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(upSql);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(downSql);
}
