import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';

export type DocumentKey = { agencyId: string; documentId: string };

export interface DocumentFields {
  kind: 'incoming_letter' | 'outgoing_letter' | 'other';
  title: string;
  number: string;
  /** YYYY-MM-DD */
  documentDate: string;
  sender: string;
  recipient: string;
  summary: string;
  classificationCode: string | null;
  securityClass: 'B' | 'T' | 'R' | 'SR';
  media: 'electronic' | 'paper' | 'mixed';
  pageCount: number;
}

export interface DocumentRowToInsert extends DocumentFields {
  agencyId: string;
  id: string;
  unitId: string;
  bodyText: string;
  source: 'manual' | 'load' | 'import';
  sourceKey: string | null;
  origin: unknown;
  positionId: string | null;
  personId: string | null;
  now: Date;
}

/** False when a document with this source key is there already. */
export async function insertDocument(tx: Tx, document: DocumentRowToInsert): Promise<boolean> {
  const { origin, ...row } = document;
  const inserted = await run(
    tx,
    `insert into archive_document (agency_id, id, unit_id, kind, title, number, document_date, sender, recipient, summary,
       classification_code, security_class, media, page_count, body_text, source, source_key, origin, created_by_position_id,
       created_by_person_id, created_at)
     values (:agencyId, :id, :unitId, :kind, :title, :number, :documentDate, :sender, :recipient, :summary, :classificationCode::text,
       :securityClass, :media, :pageCount, :bodyText, :source, :sourceKey::text, :origin::jsonb, :positionId::uuid, :personId::uuid, :now)
     on conflict (agency_id, source, source_key) do nothing`,
    { ...row, origin: origin === null || origin === undefined ? null : JSON.stringify(origin) },
  );
  return inserted === 1;
}

export interface DocumentFileToInsert {
  fileName: string;
  mediaType: string;
  sha256: string;
  sizeBytes: number;
}

export async function insertDocumentFile(
  tx: Tx,
  file: DocumentKey & DocumentFileToInsert & { ordinal: number },
): Promise<void> {
  await run(
    tx,
    `insert into archive_document_file (agency_id, document_id, ordinal, file_name, media_type, sha256, size_bytes)
     values (:agencyId, :documentId, :ordinal, :fileName, :mediaType, :sha256, :sizeBytes)`,
    { ...file },
  );
}

export async function insertDocumentGrants(
  tx: Tx,
  document: DocumentKey & { now: Date },
  grants: readonly { kind: string; granteeId: string; role: string; reason: string }[],
): Promise<void> {
  if (grants.length === 0) return;
  await run(
    tx,
    `insert into document_access (agency_id, document_id, grantee_kind, grantee_id, role, reason, created_at)
     select :agencyId::uuid, :documentId::uuid, g.kind, g."granteeId", g.role, g.reason, :now::timestamptz
     from jsonb_to_recordset(:grants::jsonb) as g(kind text, "granteeId" uuid, role text, reason text) on conflict do nothing`,
    { ...document, grants: JSON.stringify(grants) },
  );
}

/** Takes back the rights that came with the security class or were named with it. */
export async function deleteDocumentGrants(tx: Tx, key: DocumentKey, reasons: readonly string[]): Promise<void> {
  await run(
    tx,
    `delete from document_access where agency_id = :agencyId and document_id = :documentId and reason = any(:reasons::text[])`,
    { ...key, reasons: [...reasons] },
  );
}

const Found = z.object({ documentId: z.uuid(), recordId: z.uuid(), fileId: z.uuid().nullable() });

export function findDocumentBySource(
  tx: Tx,
  wanted: { agencyId: string; source: string; sourceKey: string },
): Promise<z.output<typeof Found> | undefined> {
  return one(
    tx,
    `select d.id as document_id, r.id as record_id, r.file_id from archive_document d
     join record r on r.agency_id = d.agency_id and r.document_id = d.id
     where d.agency_id = :agencyId and d.source = :source and d.source_key = :sourceKey`,
    wanted,
    Found,
  );
}

const DocumentRow = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  kind: z.enum(['incoming_letter', 'outgoing_letter', 'other']),
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
  source: z.enum(['manual', 'load', 'import']),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  version: z.int(),
  destroyedAt: z.string().nullable(),
  readVersion: z.int().nullable(),
  readFailure: z.string().nullable(),
  hasText: z.boolean(),
  recordId: z.uuid(),
  recordVersion: z.int(),
  copyStatus: z.enum(['original', 'copy', 'carbon_copy', 'photocopy']),
  filing: z.enum(['proposed', 'filed']),
  fileId: z.uuid().nullable(),
  fileNumber: z.int().nullable(),
  fileYear: z.int().nullable(),
  fileTitle: z.string().nullable(),
});
export type DocumentRow = z.output<typeof DocumentRow>;

const DOCUMENT = `select d.id, d.unit_id, u.name as unit_name, d.kind, d.title, d.number, d.document_date, d.sender, d.recipient, d.summary,
    d.classification_code, c.name as classification_name, d.security_class, d.media, d.page_count, d.source, d.created_at,
    p.name as created_by, d.version, d.destroyed_at, d.read_version, d.read_failure, d.body_text <> '' as has_text,
    r.id as record_id, r.version as record_version, r.copy_status, r.filing, r.file_id,
    f.number as file_number, f.year as file_year, f.title as file_title
  from archive_document d
  join org_unit u on u.agency_id = d.agency_id and u.id = d.unit_id
  join record r on r.agency_id = d.agency_id and r.document_id = d.id
  left join record_file f on f.agency_id = r.agency_id and f.id = r.file_id
  left join classification c on c.agency_id = d.agency_id and c.code = d.classification_code
  left join person p on p.agency_id = d.agency_id and p.id = d.created_by_person_id
  where d.agency_id = :agencyId and d.id = :documentId`;

export function findDocument(tx: Tx, key: DocumentKey): Promise<DocumentRow | undefined> {
  return one(tx, DOCUMENT, key, DocumentRow);
}

/** Keeps other commands on the document waiting until this transaction ends. */
export function lockDocument(tx: Tx, key: DocumentKey): Promise<DocumentRow | undefined> {
  return one(tx, `${DOCUMENT} for update of d`, key, DocumentRow);
}

export function findDocumentGrant(
  tx: Tx,
  who: DocumentKey & { positionId: string; personId: string | null; unitRoles: readonly string[] },
): Promise<{ reason: string } | undefined> {
  return one(
    tx,
    `select reason from document_access
     where agency_id = :agencyId and document_id = :documentId
       and ((grantee_kind = 'position' and grantee_id = :positionId)
         or (grantee_kind = 'person' and grantee_id = :personId::uuid)
         or (grantee_kind = 'unit_role' and grantee_id::text || ':' || role = any(:unitRoles::text[]))) limit 1`,
    { ...who, unitRoles: [...who.unitRoles] },
    z.object({ reason: z.string() }),
  );
}

const Reader = z.object({ positionId: z.uuid(), title: z.string() });

/** Positions named as readers, beside the roles of the unit. */
export function listDocumentReaders(tx: Tx, key: DocumentKey): Promise<z.output<typeof Reader>[]> {
  return many(
    tx,
    `select p.id as position_id, p.title from document_access a
     join position p on p.agency_id = a.agency_id and p.id = a.grantee_id
     where a.agency_id = :agencyId and a.document_id = :documentId and a.grantee_kind = 'position' and a.reason = 'named reader'
     order by p.title, p.id`,
    key,
    Reader,
  );
}

const FileRow = z.object({
  ordinal: z.int(),
  fileName: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  sizeBytes: z.int(),
});
export type DocumentFileRow = z.output<typeof FileRow>;

export function listDocumentFiles(tx: Tx, key: DocumentKey): Promise<DocumentFileRow[]> {
  return many(
    tx,
    `select ordinal, file_name, media_type, sha256, size_bytes from archive_document_file
     where agency_id = :agencyId and document_id = :documentId order by ordinal`,
    key,
    FileRow,
  );
}

export async function setDocument(
  tx: Tx,
  change: DocumentKey & DocumentFields & { version: number },
): Promise<boolean> {
  const changed = await run(
    tx,
    `update archive_document set kind = :kind, title = :title, number = :number, document_date = :documentDate, sender = :sender,
       recipient = :recipient, summary = :summary, classification_code = :classificationCode::text, security_class = :securityClass,
       media = :media, page_count = :pageCount, version = version + 1
     where agency_id = :agencyId and id = :documentId and version = :version`,
    { ...change },
  );
  return changed === 1;
}

/** A file was added: a new version, whose text is to be read. */
export async function setDocumentFiles(tx: Tx, change: DocumentKey & { pageCount: number }): Promise<number> {
  const row = await one(
    tx,
    `update archive_document set page_count = :pageCount, version = version + 1, read_version = null, read_failure = null,
       media = case when media = 'paper' then 'mixed' else media end
     where agency_id = :agencyId and id = :documentId returning version`,
    change,
    z.object({ version: z.int() }),
  );
  if (!row) throw new Error('no such document');
  return row.version;
}

export async function setCopyStatus(tx: Tx, change: DocumentKey & { copyStatus: string }): Promise<void> {
  await run(
    tx,
    `update record set copy_status = :copyStatus, version = version + 1
     where agency_id = :agencyId and document_id = :documentId and copy_status <> :copyStatus`,
    change,
  );
}

export async function insertDocumentChange(
  tx: Tx,
  change: DocumentKey & {
    id: string;
    version: number;
    changes: unknown;
    reason: string;
    positionId: string | null;
    personId: string | null;
    now: Date;
  },
): Promise<void> {
  await run(
    tx,
    `insert into archive_document_change (agency_id, id, document_id, version, changes, reason, position_id, person_id, changed_at)
     values (:agencyId, :id, :documentId, :version, :changes::jsonb, :reason, :positionId, :personId, :now)`,
    { ...change, changes: JSON.stringify(change.changes) },
  );
}

const ChangeRow = z.object({
  version: z.int(),
  changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
  reason: z.string(),
  changedAt: z.string(),
  personName: z.string().nullable(),
});

export function listDocumentChanges(tx: Tx, key: DocumentKey): Promise<z.output<typeof ChangeRow>[]> {
  return many(
    tx,
    `select h.version, h.changes, h.reason, h.changed_at, p.name as person_name from archive_document_change h
     left join person p on p.agency_id = h.agency_id and p.id = h.person_id
     where h.agency_id = :agencyId and h.document_id = :documentId order by h.version desc limit 100`,
    key,
    ChangeRow,
  );
}

const ToRead = z.object({ version: z.int(), isRead: z.boolean(), isDestroyed: z.boolean() });

export function findDocumentToRead(tx: Tx, key: DocumentKey): Promise<z.output<typeof ToRead> | undefined> {
  return one(
    tx,
    `select version, read_version is not null as is_read, destroyed_at is not null as is_destroyed
     from archive_document where agency_id = :agencyId and id = :documentId`,
    key,
    ToRead,
  );
}

/** Keeps what was read; the text of a destroyed document is not kept. */
export async function setDocumentText(
  tx: Tx,
  result: DocumentKey & { readVersion: number; text: string; failure: string | null },
): Promise<void> {
  await run(
    tx,
    `update archive_document set body_text = :text, read_version = :readVersion, read_failure = :failure
     where agency_id = :agencyId and id = :documentId and destroyed_at is null`,
    result,
  );
}
