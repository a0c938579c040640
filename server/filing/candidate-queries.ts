import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';

const CandidateFile = z.object({
  id: z.uuid(),
  number: z.int(),
  year: z.int(),
  title: z.string(),
  classificationCode: z.string(),
});
export type CandidateFile = z.output<typeof CandidateFile>;

const COLUMNS = `f.id, f.number, f.year, f.title, f.classification_code`;

/** Open files of the unit, newest number first; with words those whose title, code or number match. */
export function listFilesByWords(
  tx: Tx,
  query: { agencyId: string; unitId: string; words: string; limit: number },
): Promise<CandidateFile[]> {
  return many(
    tx,
    `select ${COLUMNS} from record_file f
     where f.agency_id = :agencyId and f.unit_id = :unitId and f.status = 'open'
       and (:words = '' or f.title ilike '%' || :words || '%' or starts_with(f.classification_code, :words)
         or starts_with(lpad(f.number::text, 3, '0') || '/' || f.year, :words))
     order by f.year desc, f.number desc limit :limit`,
    query,
    CandidateFile,
  );
}

export function listCandidateFiles(
  tx: Tx,
  wanted: { agencyId: string; fileIds: readonly string[] },
): Promise<CandidateFile[]> {
  return many(
    tx,
    `select ${COLUMNS} from record_file f where f.agency_id = :agencyId and f.id = any(:fileIds::uuid[]) and f.status = 'open'`,
    { agencyId: wanted.agencyId, fileIds: [...wanted.fileIds] },
    CandidateFile,
  );
}

/** The newest open standing file of a classification. */
export async function findStandingFile(
  tx: Tx,
  wanted: { agencyId: string; unitId: string; code: string },
): Promise<string | undefined> {
  const row = await one(
    tx,
    `select id from record_file where agency_id = :agencyId and unit_id = :unitId and classification_code = :code and is_standing
       and status = 'open' order by year desc limit 1`,
    wanted,
    z.object({ id: z.uuid() }),
  );
  return row?.id;
}

const Because = z.object({ ordinal: z.int().nullable(), number: z.string().nullable() });

/** Place and number of the item that led to a proposal; the number of a secret one stays hidden. */
export function findBecause(
  tx: Tx,
  wanted: { agencyId: string; recordId: string },
): Promise<z.output<typeof Because> | undefined> {
  return one(
    tx,
    `select r.ordinal, case when coalesce(i.security_class, l.security_class, d.security_class) in ('B', 'T')
       then coalesce(i.number, l.number, d.number) end as number
     from record r
     left join letter l on l.agency_id = r.agency_id and l.id = r.letter_id
     left join incoming_letter i on i.agency_id = r.agency_id and i.id = r.incoming_id
     left join archive_document d on d.agency_id = r.agency_id and d.id = r.document_id
     where r.agency_id = :agencyId and r.id = :recordId`,
    wanted,
    Because,
  );
}
