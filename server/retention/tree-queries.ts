import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';
import { FACTS, FactsRow } from './queries.ts';
import { EditionKind } from './retention-shapes.ts';

const NodeRow = z.object({
  code: z.string(),
  name: z.string(),
  parentCode: z.string().nullable(),
  childCount: z.int(),
  hasRule: z.boolean(),
  retiredOn: z.string().nullable(),
});

const NODE = `select c.code, c.name, c.parent_code, c.final_action is not null as has_rule, c.retired_on,
    (select count(*) from classification below where below.agency_id = c.agency_id and below.parent_code = c.code)::int as child_count
  from classification c where c.agency_id = :agencyId`;
const IN_ORDER = `order by string_to_array(c.code, '.')::int[] limit :limit`;

/** Codes directly below one, or the main classes. */
export function listChildren(tx: Tx, query: { agencyId: string; parentCode: string | null; limit: number }) {
  return many(tx, `${NODE} and c.parent_code is not distinct from :parentCode ${IN_ORDER}`, query, NodeRow);
}

/** Codes that begin so, or whose name has all the words. */
export function searchNodes(tx: Tx, query: { agencyId: string; words: string; limit: number }) {
  return many(
    tx,
    `${NODE} and (starts_with(c.code, :words) or c.name ilike all (
       select '%' || replace(replace(replace(word, '\\', ''), '%', ''), '_', '') || '%'
       from regexp_split_to_table(:words, '\\s+') word)) ${IN_ORDER}`,
    query,
    NodeRow,
  );
}

const PathRow = z.object({ code: z.string(), name: z.string() });

/** The codes above, from the main class down. */
export function listPath(tx: Tx, query: { agencyId: string; code: string }) {
  return many(
    tx,
    `with recursive up as (
       select c.parent_code as code, 1 as distance from classification c where c.agency_id = :agencyId and c.code = :code
       union all
       select c.parent_code, up.distance + 1 from up
       join classification c on c.agency_id = :agencyId and c.code = up.code where up.distance < 20
     )
     select c.code, c.name from up join classification c on c.agency_id = :agencyId and c.code = up.code order by up.distance desc`,
    query,
    PathRow,
  );
}

const VersionRow = FactsRow.extend({
  editionId: z.uuid(),
  editionKind: EditionKind,
  editionTitle: z.string(),
  decreeNumber: z.string(),
  reason: z.string(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  isSuperseded: z.boolean(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
});
export type VersionRow = z.output<typeof VersionRow>;

/** Everything that held or will hold for a code, newest first. */
export function listVersions(tx: Tx, query: { agencyId: string; code: string }): Promise<VersionRow[]> {
  return many(
    tx,
    `select ${FACTS}, v.edition_id, e.kind as edition_kind, e.title as edition_title, e.decree_number, e.reason, v.starts_on,
       upper(v.valid) as ends_on, isempty(v.valid) as is_superseded, e.decided_at, p.name as decided_by
     from classification_version v
     join classification_edition e on e.agency_id = v.agency_id and e.id = v.edition_id
     left join person p on p.agency_id = e.agency_id and p.id = e.created_by_person_id
     where v.agency_id = :agencyId and v.code = :code
     order by v.starts_on desc, e.decided_at desc, v.edition_id desc`,
    query,
    VersionRow,
  );
}

const CountRow = z.object({ code: z.string(), fileCount: z.int() });

/** How many files (berkas) there are under each code; codes without any are left out. */
export async function countFiles(
  tx: Tx,
  query: { agencyId: string; codes: readonly string[] },
): Promise<Map<string, number>> {
  const rows = await many(
    tx,
    `select classification_code as code, count(*)::int as file_count from record_file
     where agency_id = :agencyId and classification_code = any(:codes) group by classification_code`,
    { ...query, codes: [...query.codes] },
    CountRow,
  );
  return new Map(rows.map(({ code, fileCount }) => [code, fileCount]));
}

export function findRetiredOn(tx: Tx, query: { agencyId: string; code: string }) {
  return one(
    tx,
    `select retired_on from classification where agency_id = :agencyId and code = :code`,
    query,
    z.object({ retiredOn: z.string().nullable() }),
  );
}

/** Of these codes, the ones that were in force before a day. */
export async function listEndedCodes(
  tx: Tx,
  query: { agencyId: string; codes: readonly string[]; onDate: string },
): Promise<string[]> {
  const rows = await many(
    tx,
    `select distinct code from classification_version
     where agency_id = :agencyId and code = any(:codes) and not isempty(valid) and upper(valid) <= :onDate::date`,
    { ...query, codes: [...query.codes] },
    z.object({ code: z.string() }),
  );
  return rows.map(({ code }) => code);
}
