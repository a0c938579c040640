import { z } from 'zod';
import { many, type Tx } from '../db.ts';
import { HandlingGrade, SecurityClass } from '../letters/contract.ts';
import { EntryKind, EntryType } from './contract.ts';

const HitRow = z.object({
  id: z.uuid(),
  kind: EntryKind,
  type: EntryType,
  path: z.string(),
  number: z.string(),
  date: z.string(),
  title: z.string(),
  titleMarked: z.string(),
  senderTitle: z.string(),
  unitName: z.string(),
  recipient: z.string(),
  handlingGrade: HandlingGrade,
  securityClass: SecurityClass,
  classificationCode: z.string(),
  classificationName: z.string(),
  pageCount: z.number(),
  sizeBytes: z.number(),
  isSigned: z.boolean(),
  headline: z.string(),
  fileId: z.uuid().nullable(),
  fileYear: z.number().nullable(),
  fileNumber: z.number().nullable(),
  fileTitle: z.string().nullable(),
  filing: z.enum(['proposed', 'filed']).nullable(),
  lifecycle: z.enum(['active', 'inactive', 'destroyed', 'handed_over', 'permanent']).nullable(),
  /** Year from which its retention counts. */
  countedFrom: z.number().nullable(),
  activeYears: z.number().nullable(),
  inactiveYears: z.number().nullable(),
  finalAction: z.enum(['destroy', 'permanent', 'review']).nullable(),
});
export type HitRow = z.output<typeof HitRow>;

export interface HitsWanted {
  agencyId: string;
  opdId: string;
  positionId: string;
  ids: readonly string[];
  /** The organisation (OPD) of each, as the index has it. */
  unitIds: readonly string[];
  rights: readonly string[];
  tsQuery: string | null;
}

/** A piece of the text around the hits; of class B and T only. */
const headline = (text: string) => `case when e.security_class not in ('B', 'T') then ''
  when :tsQuery::text is null then left(${text}, 200) else search_headline(left(${text}, 20000), :tsQuery::text) end`;

/** Every token by which the grants of an entry let somebody read it; asked again from where they stand. */
const isGranted = (table: string, key: string) => `exists (
  select 1 from ${table} a cross join lateral grant_tokens(a.grantee_kind, a.grantee_id, a.role, a.reason) as token
  where a.agency_id = e.agency_id and a.${key} = e.id and token = any(:rights::text[])
    and e.security_class = any(case left(token, 2) when 'p:' then '{B,T,R,SR}' when 'x:' then '{B}' else '{B,T}' end::text[]))`;

/** Titles with the hits marked, and the file of the own organisation, else of the unit, around what `from` selects. */
const hits = (from: string, isItem: string) => `with e as (${from})
  select e.*, case when :tsQuery::text is null then e.title else search_marked(e.title, :tsQuery::text) end as title_marked,
    u.name as unit_name, coalesce(e.code, '') as classification_code, coalesce(c.name, '') as classification_name,
    case when f.unit_id = :opdId then f.id end as file_id, f.year as file_year, f.number as file_number,
    case when f.unit_id = :opdId then f.title end as file_title, f.filing, f.lifecycle, f.counted_from, f.active_years, f.inactive_years, f.final_action
  from e
  join org_unit u on u.agency_id = e.agency_id and u.id = e.opd_id
  left join classification c on c.agency_id = e.agency_id and c.code = e.code
  left join lateral (
    select f.id, f.unit_id, f.year, f.number, f.title, r.filing, f.lifecycle,
      coalesce(extract(year from f.active_until)::int - f.active_years, f.year) as counted_from,
      coalesce(f.active_years, fc.active_years) as active_years, coalesce(f.inactive_years, fc.inactive_years) as inactive_years,
      coalesce(f.final_action, fc.final_action) as final_action
    from record r join record_file f on f.agency_id = r.agency_id and f.id = r.file_id
    join classification fc on fc.agency_id = f.agency_id and fc.code = f.classification_code
    where r.agency_id = e.agency_id and ${isItem} and r.unit_id in (:opdId, e.opd_id)
    order by (r.unit_id = :opdId) desc, r.created_at limit 1
  ) f on true`;

const FOUND = 'unnest(:ids::uuid[], :unitIds::uuid[]) as m (id, opd_id)';

const letterHits = hits(
  `select e.*, ${headline('e.body_text')} as headline from (
     select t.agency_id, t.id, 'letter' as kind, t.type, '/surat/' || t.id as path, t.number, t.letter_date as date, t.subject as title,
       coalesce(t.signatory_title, '') as sender_title, coalesce(first.name, '') as recipient, t.handling_grade, t.security_class,
       t.classification_code as code, coalesce(t.page_count, 0) as page_count, coalesce(t.signed_size_bytes, 0) as size_bytes,
       true as is_signed, t.body_text, m.opd_id
     from ${FOUND} join letter t on t.agency_id = :agencyId and t.id = m.id
     left join lateral (
       select coalesce(p.title, lr.name) as name from letter_recipient lr
       left join position p on p.agency_id = lr.agency_id and p.id = lr.position_id
       where lr.agency_id = t.agency_id and lr.letter_id = t.id order by lr.role desc, lr.ordinal limit 1
     ) first on true
   ) e where ${isGranted('letter_access', 'letter_id')}`,
  'r.letter_id = e.id',
);

const incomingHits = hits(
  `select e.*, ${headline(`concat_ws(' ', e.summary, e.text)`)} as headline from (
     select t.agency_id, t.id, 'incoming' as kind, 'surat_masuk' as type,
       case when not reached.here and concat('u:', t.unit_id, ':', 'registry') = any(:rights::text[]) then '/agenda/masuk/' else '/masuk/' end || t.id as path,
       t.number, t.received_date as date, t.subject as title, concat_ws(', ', nullif(t.sender_title, ''), nullif(t.sender_unit, '')) as sender_title,
       t.addressee as recipient, t.handling_grade, t.security_class, t.classification_code as code, t.page_count, t.size_bytes, false as is_signed,
       t.summary, pages.text, m.opd_id
     from ${FOUND} join incoming_letter t on t.agency_id = :agencyId and t.id = m.id
     cross join lateral (select exists (select 1 from incoming_access a where a.agency_id = t.agency_id and a.incoming_id = t.id
       and a.grantee_kind = 'position' and a.grantee_id = :positionId and a.reason <> 'registered') as here) reached
     left join lateral (
       select string_agg(g.text, ' ' order by g.ordinal) as text from intake_page g
       where g.agency_id = t.agency_id and g.intake_id = t.intake_id
     ) pages on true
     where t.status <> 'cancelled'
   ) e where ${isGranted('incoming_access', 'incoming_id')}`,
  'r.incoming_id = e.id',
);

const documentHits = hits(
  `select e.*, ${headline(`concat_ws(' ', e.summary, e.body_text)`)} as headline from (
     select t.agency_id, t.id, 'document' as kind, 'dokumen' as type, '/berkas/dokumen/' || t.id as path, t.number,
       t.document_date as date, t.title, t.sender as sender_title, t.recipient, 'biasa' as handling_grade, t.security_class,
       t.classification_code as code, t.page_count, 0 as size_bytes, false as is_signed, t.summary, t.body_text, m.opd_id
     from ${FOUND} join archive_document t on t.agency_id = :agencyId and t.id = m.id where t.destroyed_at is null
   ) e where ${isGranted('document_access', 'document_id')}`,
  'r.document_id = e.id',
);

/** Dispositions and reports: who may see them follows from the chain, and stands in the index alone. */
const chainHits = hits(
  `select e.*, ${headline('e.words')} as headline from (
     select said.*, t.number, t.subject as title, t.handling_grade, t.security_class, t.classification_code as code, 0 as page_count,
       0 as size_bytes, false as is_signed, t.id as incoming_id, t.origin_letter_id, m.opd_id
     from (
       select i.agency_id, i.incoming_id as of_incoming, i.id, 'disposition' as kind, 'disposisi' as type, '/disposisi/' || i.id as path,
         (i.received_at at time zone a.time_zone)::date as date, d.giver_title as sender_title, p.title as recipient,
         concat_ws('; ', nullif(array_to_string(i.instructions, '; '), ''), nullif(i.note, '')) as words
       from disposition_item i
       join agency a on a.id = i.agency_id
       join disposition d on d.agency_id = i.agency_id and d.id = i.disposition_id
       join position p on p.agency_id = i.agency_id and p.id = i.position_id
       where i.agency_id = :agencyId and i.id = any(:ids::uuid[])
       union all
       select r.agency_id, i.incoming_id, r.id, 'report', 'laporan', '/disposisi/' || i.id, (r.reported_at at time zone a.time_zone)::date,
         r.author_title, d.giver_title, r.text
       from disposition_report r
       join agency a on a.id = r.agency_id
       join disposition_item i on i.agency_id = r.agency_id and i.id = r.item_id
       join disposition d on d.agency_id = i.agency_id and d.id = i.disposition_id
       where r.agency_id = :agencyId and r.id = any(:ids::uuid[])
       ) said join ${FOUND} on m.id = said.id
     join incoming_letter t on t.agency_id = said.agency_id and t.id = said.of_incoming
   ) e`,
  '(r.incoming_id = e.incoming_id or r.letter_id = e.origin_letter_id)',
);

const STATEMENTS = {
  letter: letterHits,
  incoming: incomingHits,
  document: documentHits,
  disposition: chainHits,
  report: chainHits,
} as const;

/** What the list shows of found entries of one kind. */
export function listHits(tx: Tx, kind: EntryKind, wanted: HitsWanted): Promise<HitRow[]> {
  return many(
    tx,
    STATEMENTS[kind],
    { ...wanted, ids: [...wanted.ids], unitIds: [...wanted.unitIds], rights: [...wanted.rights] },
    HitRow,
  );
}
