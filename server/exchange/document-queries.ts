import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';
import type { Key } from './queries.ts';

const Document = z.object({
  id: z.uuid(),
  kind: z.enum(['incoming_letter', 'outgoing_letter', 'other']),
  unitName: z.string(),
  title: z.string(),
  number: z.string(),
  documentDate: z.string(),
  sender: z.string(),
  recipient: z.string(),
  summary: z.string(),
  classificationCode: z.string().nullable(),
  classificationName: z.string().nullable(),
  securityClass: z.enum(['B', 'T', 'R', 'SR']),
  media: z.enum(['electronic', 'paper', 'mixed']),
  pageCount: z.int(),
  origin: z.unknown(),
  createdAt: z.string(),
  createdByTitle: z.string().nullable(),
  createdByName: z.string().nullable(),
  isDestroyed: z.boolean(),
});
export type DocumentRow = z.output<typeof Document>;

export function findDocumentRow(tx: Tx, { agencyId, id }: Key): Promise<DocumentRow | undefined> {
  return one(
    tx,
    `select d.id, d.kind, u.name as unit_name, d.title, d.number, d.document_date, d.sender, d.recipient, d.summary, d.classification_code,
       c.name as classification_name, d.security_class, d.media, d.page_count, d.origin, d.created_at, p.title as created_by_title,
       w.name as created_by_name, d.destroyed_at is not null as is_destroyed
     from archive_document d
     join org_unit u on u.agency_id = d.agency_id and u.id = d.unit_id
     left join classification c on c.agency_id = d.agency_id and c.code = d.classification_code
     left join position p on p.agency_id = d.agency_id and p.id = d.created_by_position_id
     left join person w on w.agency_id = d.agency_id and w.id = d.created_by_person_id
     where d.agency_id = :agencyId and d.id = :id`,
    { agencyId, id },
    Document,
  );
}

const DocumentFile = z.object({ fileName: z.string(), mediaType: z.string(), sha256: z.string(), sizeBytes: z.int() });
export type DocumentFile = z.output<typeof DocumentFile>;

export function listDocumentFiles(tx: Tx, { agencyId, id }: Key): Promise<DocumentFile[]> {
  return many(
    tx,
    `select file_name, media_type, sha256, size_bytes from archive_document_file
     where agency_id = :agencyId and document_id = :id order by ordinal`,
    { agencyId, id },
    DocumentFile,
  );
}

/** The rule of letters: a grant to the desk, to a unit role it holds, or (class B only) to the person. */
export async function hasDocumentGrant(
  tx: Tx,
  who: Key & { positionId: string; personId: string | null; unitRoles: readonly string[] },
): Promise<boolean> {
  const found = await one(
    tx,
    `select reason from document_access
     where agency_id = :agencyId and document_id = :id
       and ((grantee_kind = 'position' and grantee_id = :positionId)
         or (grantee_kind = 'person' and grantee_id = :personId::uuid)
         or (grantee_kind = 'unit_role' and grantee_id::text || ':' || role = any(:unitRoles::text[])))
     limit 1`,
    { ...who, unitRoles: [...who.unitRoles] },
    z.object({ reason: z.string() }),
  );
  return found !== undefined;
}
