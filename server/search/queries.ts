import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { EntryKind } from './contract.ts';

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

/** Letters, incoming letters and documents of a file, for a search inside it. */
export async function listFileItems(tx: Tx, file: { agencyId: string; fileId: string }): Promise<string[]> {
  const rows = await many(
    tx,
    `select distinct s.id from record r cross join lateral unnest(array[r.letter_id, r.incoming_id, r.document_id]) as s (id)
     where r.agency_id = :agencyId and r.file_id = :fileId and s.id is not null`,
    file,
    z.object({ id: z.uuid() }),
  );
  return rows.map(({ id }) => id);
}

/** See `search_condition` in the migration. */
export interface SearchRequest {
  query: string | null;
  phrases: string[];
  number: string | null;
  numberPart: string | null;
  sender: string | null;
  opd: string;
  today: string;
  year: string[];
  classification: string[];
  unit: string[];
  type: string[];
  grade: string[];
  security: string[];
  retention: string[];
  from?: string | undefined;
  to?: string | undefined;
  inFile?: string[];
  notId?: string;
  since?: string;
  sinceIds?: string[];
}

const Match = z.object({ entityId: z.uuid(), kind: EntryKind, date: z.string(), unitId: z.uuid() });
export type Match = z.output<typeof Match>;

export function listMatches(
  tx: Tx,
  request: SearchRequest & { sort: string; limit: number; offset: number; afterDate?: string; afterId?: string },
): Promise<Match[]> {
  return many(
    tx,
    `select entity_id, kind, date, unit_id from search_page(:request::jsonb)`,
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

const Suggestion = z.object({
  kind: z.enum(['number', 'sender', 'subject']),
  value: z.string(),
  entityId: z.uuid().nullable(),
  entityKind: EntryKind.nullable(),
  entityUnit: z.uuid().nullable(),
});

export function listSuggestions(
  tx: Tx,
  request: SearchRequest & { text: string; titleQuery: string | null },
): Promise<z.output<typeof Suggestion>[]> {
  return many(
    tx,
    `select kind, value, entity_id, entity_kind, entity_unit from search_suggestions(:request::jsonb)`,
    { request: JSON.stringify(request) },
    Suggestion,
  );
}

/** The telling words of an entry; undefined when the desk may not read it. */
export async function findTerms(tx: Tx, entryId: string): Promise<string[] | undefined> {
  const row = await one(
    tx,
    `select search_terms(:entryId::uuid) as terms`,
    { entryId },
    z.object({ terms: z.array(z.string()).nullable() }),
  );
  return row?.terms ?? undefined;
}

/** How many entries match, at most `cap`. */
export async function countMatches(tx: Tx, request: SearchRequest, cap: number): Promise<number> {
  const row = await one(
    tx,
    `select search_count(:request::jsonb, :cap) as count`,
    { request: JSON.stringify(request), cap },
    z.object({ count: z.number() }),
  );
  return row?.count ?? 0;
}

const FileTitle = z.object({ id: z.uuid(), title: z.string(), number: z.number(), year: z.number() });

/** Files whose title holds the words: of the archivist's units, and of the own organisation where something of class B lies inside. */
export function listFileTitles(
  tx: Tx,
  query: { agencyId: string; opdId: string; archivistUnits: readonly string[]; words: string; limit: number },
): Promise<z.output<typeof FileTitle>[]> {
  return many(
    tx,
    `select f.id, f.title, f.number, f.year from record_file f
     where f.agency_id = :agencyId and f.status <> 'merged' and f.title ilike search_infix(:words)
       and (f.unit_id = any(:archivistUnits::uuid[]) or (f.unit_id = :opdId and exists (
         select 1 from record r
         left join letter l on l.agency_id = r.agency_id and l.id = r.letter_id
         left join incoming_letter i on i.agency_id = r.agency_id and i.id = r.incoming_id
         left join archive_document d on d.agency_id = r.agency_id and d.id = r.document_id
         where r.agency_id = f.agency_id and r.file_id = f.id
           and coalesce(l.security_class, i.security_class, d.security_class) = 'B')))
     order by f.year desc, f.number desc, f.id limit :limit`,
    { ...query, archivistUnits: [...query.archivistUnits] },
    FileTitle,
  );
}
