import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { isReadable, type Reader } from '../letters/reading-right.ts';

const Done = z.object({ done: z.boolean() });

export async function runIndexLetter(tx: Tx, letterId: string): Promise<boolean> {
  return (await one(tx, `select index_letter(:letterId::uuid) as done`, { letterId }, Done))?.done ?? false;
}

export async function runRefreshRights(tx: Tx, letterId: string): Promise<boolean> {
  return (await one(tx, `select refresh_search_rights(:letterId::uuid) as done`, { letterId }, Done))?.done ?? false;
}

/** What the search functions read besides their argument; both hold until the transaction ends. */
export async function setSearchScope(tx: Tx, rights: readonly string[], timeoutMs: number): Promise<void> {
  await run(tx, `select set_config('app.rights', :rights, true), set_config('statement_timeout', :timeout, true)`, {
    rights: `{${rights.join(',')}}`,
    timeout: String(timeoutMs),
  });
}

export async function listStems(tx: Tx, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return [];
  const row = await one(
    tx,
    `select search_stems(:words::text[]) as stems`,
    { words: [...words] },
    z.object({ stems: z.array(z.string()) }),
  );
  return row?.stems ?? [];
}

export interface SearchRequest {
  query: string | null;
  phrases: string[];
  number: string | null;
  numberPart: string | null;
  sender: string | null;
  year?: number | undefined;
  classification?: string | undefined;
  unit?: string | undefined;
  type?: string | undefined;
  grade?: string | undefined;
  security?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const Match = z.object({ letterId: z.uuid(), letterDate: z.string() });

export function listMatches(
  tx: Tx,
  request: SearchRequest & { sort: string; limit: number; offset: number; afterDate?: string; afterId?: string },
): Promise<z.output<typeof Match>[]> {
  return many(
    tx,
    `select letter_id, letter_date from search_letters(:request::jsonb)`,
    { request: JSON.stringify(request) },
    Match,
  );
}

const FacetRow = z.object({ facet: z.string(), value: z.string(), matches: z.number() });
export type FacetRow = z.output<typeof FacetRow>;

/** Counts over the newest `cap` matches; `skip` names a filter to leave out. */
export function listFacets(
  tx: Tx,
  request: SearchRequest,
  { skip, cap }: { skip: string; cap: number },
): Promise<FacetRow[]> {
  return many(
    tx,
    `select facet, value, matches from search_facets(:request::jsonb, :skip, :cap)`,
    { request: JSON.stringify(request), skip, cap },
    FacetRow,
  );
}

const HitRow = z.object({
  letterId: z.uuid(),
  type: z.enum(['surat_dinas', 'nota_dinas']),
  number: z.string(),
  letterDate: z.string(),
  subject: z.string(),
  senderTitle: z.string(),
  unitName: z.string(),
  recipient: z.string(),
  handlingGrade: z.enum(['biasa', 'segera', 'sangat_segera']),
  securityClass: z.enum(['B', 'T', 'R', 'SR']),
  classificationCode: z.string(),
  classificationName: z.string(),
  activeYears: z.number().nullable(),
  inactiveYears: z.number().nullable(),
  fileTitle: z.string().nullable(),
  fileYear: z.number().nullable(),
  filing: z.enum(['proposed', 'filed']).nullable(),
  lifecycle: z.enum(['active', 'inactive', 'destroyed', 'handed_over', 'permanent']).nullable(),
  headline: z.string(),
  isReadable: z.boolean(),
});
export type HitRow = z.output<typeof HitRow>;

/**
 * What the list shows of found letters. The right to read is asked again from `letter_access`; text comes out of the
 * body of class B and T only.
 */
export function listHits(
  tx: Tx,
  query: Reader & { opdId: string; letterIds: readonly string[]; tsQuery: string | null },
): Promise<HitRow[]> {
  return many(
    tx,
    `select l.id as letter_id, l.type, l.number, l.letter_date, l.subject, coalesce(l.signatory_title, '') as sender_title,
       u.name as unit_name, coalesce(first.name, '') as recipient, l.handling_grade, l.security_class,
       coalesce(l.classification_code, '') as classification_code, coalesce(c.name, '') as classification_name,
       c.active_years, c.inactive_years, f.title as file_title, f.year as file_year, r.filing, f.lifecycle,
       case when l.security_class not in ('B', 'T') then ''
         when :tsQuery::text is null then left(l.body_text, 200)
         else search_headline(l.body_text, :tsQuery::text) end as headline,
       ${isReadable('letter_access', 'l')} as is_readable
     from letter l
     join org_unit u on u.agency_id = l.agency_id and u.id = coalesce(unit_opd(l.agency_id, l.unit_id), l.unit_id)
     left join classification c on c.agency_id = l.agency_id and c.code = l.classification_code
     left join lateral (
       select coalesce(p.title, lr.name) as name from letter_recipient lr
       left join position p on p.agency_id = lr.agency_id and p.id = lr.position_id
       where lr.agency_id = l.agency_id and lr.letter_id = l.id order by lr.role desc, lr.ordinal limit 1
     ) first on true
     left join lateral (
       select rr.* from record rr where rr.agency_id = l.agency_id and rr.letter_id = l.id and rr.unit_id = :opdId limit 1
     ) r on true
     left join record_file f on f.agency_id = r.agency_id and f.id = r.file_id
     where l.agency_id = :agencyId and l.id = any(:letterIds::uuid[])
     order by array_position(:letterIds::uuid[], l.id)`,
    { ...query },
    HitRow,
  );
}

const Label = z.object({ value: z.string(), label: z.string() });

export function listFacetLabels(
  tx: Tx,
  query: { agencyId: string; unitIds: readonly string[]; codes: readonly string[] },
): Promise<z.output<typeof Label>[]> {
  return many(
    tx,
    `select id::text as value, name as label from org_unit where agency_id = :agencyId and id = any(:unitIds::uuid[])
     union all
     select code, code || ' ' || name from classification where agency_id = :agencyId and code = any(:codes::text[])`,
    { agencyId: query.agencyId, unitIds: [...query.unitIds], codes: [...query.codes] },
    Label,
  );
}
