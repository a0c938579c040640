import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';

/** A document from outside, its bytes already in the file store. */
export interface LoadedDocument {
  id: string;
  line: number;
  source: 'load' | 'import';
  sourceKey: string;
  kind: 'incoming_letter' | 'outgoing_letter' | 'other';
  title: string;
  number: string;
  documentDate: string;
  sender: string;
  recipient: string;
  summary: string;
  classificationCode: string | null;
  securityClass: 'B' | 'T' | 'R' | 'SR';
  media: 'electronic' | 'paper' | 'mixed';
  pageCount: number;
  origin: unknown;
  files: readonly { fileName: string; mediaType: string; sha256: string; sizeBytes: number }[];
  fileId: string | null;
  /** Its place among what comes with it; behind what the file has already. */
  ordinal: number | null;
  copyStatus: string;
  recordId: string;
  textStage: 'layer' | 'ocr' | null;
}

export interface Batch {
  agencyId: string;
  unitId: string;
  jobId: string;
  positionId: string | null;
  personId: string | null;
  now: Date;
}

const Settled = z.object({ line: z.int(), documentId: z.uuid(), isNew: z.boolean() });

const DOCUMENTS = `jsonb_to_recordset(:documents::jsonb) as d(id uuid, line int, source text, "sourceKey" text, kind text, title text,
  number text, "documentDate" date, sender text, recipient text, summary text, "classificationCode" text, "securityClass" text,
  media text, "pageCount" int, origin jsonb, files jsonb, "fileId" uuid, ordinal int, "copyStatus" text, "recordId" uuid, "textStage" text)`;

/**
 * Inserts those that are not here yet, each with everything that belongs to it; many in a handful of statements. Their
 * files (berkas) are locked already: each item takes the next place.
 */
export async function insertLoadedDocuments(
  tx: Tx,
  batch: Batch,
  documents: readonly LoadedDocument[],
): Promise<z.output<typeof Settled>[]> {
  const bindings = { ...batch, documents: JSON.stringify(documents) };
  const settled = await many(
    tx,
    `with made as (
       insert into archive_document (agency_id, id, unit_id, kind, title, number, document_date, sender, recipient, summary,
         classification_code, security_class, media, page_count, source, source_key, origin, created_by_position_id,
         created_by_person_id, created_at)
       select :agencyId::uuid, d.id, :unitId::uuid, d.kind, d.title, d.number, d."documentDate", d.sender, d.recipient, d.summary,
         d."classificationCode", d."securityClass", d.media, d."pageCount", d.source, d."sourceKey", d.origin, :positionId::uuid,
         :personId::uuid, :now::timestamptz
       from ${DOCUMENTS} order by d.line
       on conflict (agency_id, source, source_key) do nothing returning id, source, source_key)
     select d.line, coalesce(m.id, k.id) as document_id, m.id is not distinct from d.id as is_new
     from ${DOCUMENTS}
     left join made m on m.source = d.source and m.source_key = d."sourceKey"
     left join archive_document k on k.agency_id = :agencyId and k.source = d.source and k.source_key = d."sourceKey"
     order by d.line`,
    bindings,
    Settled,
  );
  const made = new Set(settled.filter(({ isNew }) => isNew).map(({ line }) => line));
  const fresh = documents.filter(({ line }) => made.has(line));
  if (fresh.length > 0) await insertParts(tx, { ...bindings, documents: JSON.stringify(fresh) });
  return settled;
}

async function insertParts(tx: Tx, bindings: Batch & { documents: string }): Promise<void> {
  const parts = { ...bindings };
  const files = `${DOCUMENTS} cross join lateral (
      select e ->> 'fileName' as "fileName", e ->> 'mediaType' as "mediaType", e ->> 'sha256' as sha256,
        (e ->> 'sizeBytes')::bigint as "sizeBytes", n from jsonb_array_elements(d.files) with ordinality as a(e, n)) f`;
  const statements = [
    `insert into blob (agency_id, sha256, size_bytes, media_type, key_id, created_at)
     select :agencyId::uuid, f.sha256, min(f."sizeBytes"), min(f."mediaType"), 'master-1', :now::timestamptz
     from ${files} group by f.sha256 order by f.sha256 on conflict do nothing`,
    `insert into blob_ref (agency_id, sha256, owner_kind, owner_id, created_at)
     select distinct :agencyId::uuid, f.sha256, 'archive_document', d.id, :now::timestamptz from ${files} on conflict do nothing`,
    `insert into archive_document_file (agency_id, document_id, ordinal, file_name, media_type, sha256, size_bytes)
     select :agencyId::uuid, d.id, f.n, f."fileName", f."mediaType", f.sha256, f."sizeBytes" from ${files}`,
    `insert into document_access (agency_id, document_id, grantee_kind, grantee_id, role, reason, created_at)
     select :agencyId::uuid, d.id, 'unit_role', :unitId::uuid, r.role, 'keeping unit', :now::timestamptz
     from ${DOCUMENTS}
     join (values ('B', 'archivist'), ('B', 'registry'), ('T', 'archivist')) as r(class, role) on r.class = d."securityClass"
     union all
     select :agencyId::uuid, d.id, 'position', p.id, '', 'named reader', :now::timestamptz
     from ${DOCUMENTS} join position p on p.agency_id = :agencyId and p.unit_id = :unitId and p.is_unit_head and p.abolished_at is null
     where d."securityClass" in ('R', 'SR')`,
    `insert into record (agency_id, id, document_id, unit_id, file_id, filing, ordinal, copy_status, reason, is_certain,
       filed_by_position_id, filed_by_person_id, filed_at, created_at)
     select :agencyId::uuid, d."recordId", d.id, :unitId::uuid, d."fileId", case when d."fileId" is null then 'proposed' else 'filed' end,
       case when d."fileId" is not null then
         coalesce((select max(r.ordinal) from record r where r.agency_id = :agencyId and r.file_id = d."fileId"), 0)
         + row_number() over (partition by d."fileId" order by d.ordinal nulls last, d.line) end, d."copyStatus", 'classification', d."fileId" is not null, :positionId::uuid, :personId::uuid,
       case when d."fileId" is null then null else :now::timestamptz end, :now::timestamptz
     from ${DOCUMENTS} order by d.line`,
    `insert into document_text (agency_id, document_id, stage, not_before)
     select :agencyId::uuid, d.id, d."textStage", :now::timestamptz from ${DOCUMENTS} where d."textStage" is not null`,
  ];
  for (const statement of statements) await run(tx, statement, parts);
}

const Known = z.object({ sourceKey: z.string(), documentId: z.uuid() });

/** Which of these documents the agency has, by their keys at the source. */
export async function listKnownDocuments(
  tx: Tx,
  agencyId: string,
  documents: readonly Pick<LoadedDocument, 'source' | 'sourceKey'>[],
): Promise<Map<string, string>> {
  const rows = await many(
    tx,
    `select k.source_key, k.id as document_id from archive_document k
     join jsonb_to_recordset(:documents::jsonb) as d(source text, "sourceKey" text) on k.source = d.source and k.source_key = d."sourceKey"
     where k.agency_id = :agencyId`,
    { agencyId, documents: JSON.stringify(documents.map(({ source, sourceKey }) => ({ source, sourceKey }))) },
    Known,
  );
  return new Map(rows.map(({ sourceKey, documentId }) => [sourceKey, documentId]));
}

const Code = z.object({ code: z.string() });

export async function listKnownCodes(tx: Tx, agencyId: string, codes: readonly string[]): Promise<Set<string>> {
  const rows = await many(
    tx,
    `select code from classification where agency_id = :agencyId and code = any(:codes::text[])`,
    { agencyId, codes: [...codes] },
    Code,
  );
  return new Set(rows.map(({ code }) => code));
}

const Here = z.object({ id: z.uuid() });

/** A record of this agency that a package brings back home. */
export async function isHere(tx: Tx, key: { agencyId: string; id: string }): Promise<boolean> {
  const row = await one(
    tx,
    `select id from letter where agency_id = :agencyId and id = :id
     union all select id from incoming_letter where agency_id = :agencyId and id = :id
     union all select id from archive_document where agency_id = :agencyId and id = :id limit 1`,
    key,
    Here,
  );
  return row !== undefined;
}
