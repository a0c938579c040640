import { uuidv7 } from 'uuidv7';
import type { AuditEntry } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import { recordBlob } from '../files/files.ts';
import { grantDocument } from './document-rights.ts';
import {
  type DocumentFields,
  type DocumentFileToInsert,
  findDocumentBySource,
  insertDocument,
  insertDocumentFile,
} from './document-queries.ts';
import { proposeRecord } from './propose-record.ts';

export interface DocumentToAdd extends DocumentFields {
  agencyId: string;
  /** Organisation (OPD) that keeps it. */
  unitId: string;
  /** Text of its pages; empty while it is still to be read. */
  bodyText: string;
  source: 'manual' | 'load' | 'import';
  /** Names the document at its source: one that is here already is not added again. Null for one typed by hand. */
  sourceKey: string | null;
  /** What the source says that has no column here. */
  origin: unknown;
  copyStatus: 'original' | 'copy' | 'carbon_copy' | 'photocopy';
  /** Positions that may read it beside the unit's roles; for R and SR nobody else. */
  readerPositionIds: readonly string[];
  /** Written with `deps.files.write` before the transaction. */
  files: readonly DocumentFileToInsert[];
  createdBy: { positionId: string; personId: string } | null;
  /** `placeRecord` follows in the same transaction. */
  isPlacedByCaller?: boolean;
}

export interface AddedDocument {
  documentId: string;
  recordId: string;
  /** File (berkas) proposed for it; null where none fits. */
  fileId: string | null;
  /** False when the source key was known. Nothing was written then. */
  isNew: boolean;
  /** For `recordEvents`, which the caller calls once, last, with all events of its transaction. */
  events: AuditEntry[];
}

/**
 * Adds one document made elsewhere: its rows, files, reading rights and a record with a proposed file (berkas). For the
 * form and for imports alike; many may be added in one transaction. The classification must exist. To put it into a
 * certain file at once, call `placeRecord` (place-record.ts) with the record it returns.
 */
export async function addDocument(tx: Tx, deps: Pick<Deps, 'now'>, document: DocumentToAdd): Promise<AddedDocument> {
  const { agencyId, unitId, source, sourceKey, files, createdBy, readerPositionIds, copyStatus, ...rest } = document;
  const { isPlacedByCaller = false, ...fields } = rest;
  const now = deps.now();
  const id = uuidv7();
  const row = { ...fields, agencyId, id, unitId, source, sourceKey, now };
  const positionId = createdBy?.positionId ?? null;
  const isInserted = await insertDocument(tx, { ...row, positionId, personId: createdBy?.personId ?? null });
  if (!isInserted && sourceKey !== null) {
    const known = await findDocumentBySource(tx, { agencyId, source, sourceKey });
    if (known) return { ...known, isNew: false, events: [] };
  }
  if (!isInserted) throw new Error('a document was neither inserted nor found');
  for (const [index, file] of files.entries()) await addFile(tx, { agencyId, id, ordinal: index + 1, file, now });
  await grantDocument(tx, { agencyId, id, unitId, securityClass: fields.securityClass, readerPositionIds, now });
  const proposed = await proposeRecord(tx, deps, {
    ...{ agencyId, unitId, letterId: null, incomingId: null, documentId: id, copyStatus, isPlacedByCaller },
    classificationCode: fields.classificationCode,
    year: Number(fields.documentDate.slice(0, 4)),
    subject: fields.title,
    number: fields.number,
    text: `${fields.summary}\n${fields.bodyText}`,
    correspondent: fields.sender,
    securityClass: fields.securityClass,
  });
  if (!proposed) throw new Error('a new document had a record already');
  const detail = { documentId: id, unitId, source, fileId: proposed.fileId, sha256: files.map(({ sha256 }) => sha256) };
  const events = [{ action: 'record.document_added', detail }];
  return { documentId: id, recordId: proposed.recordId, fileId: proposed.fileId, isNew: true, events };
}

async function addFile(
  tx: Tx,
  added: { agencyId: string; id: string; ordinal: number; file: DocumentFileToInsert; now: Date },
): Promise<void> {
  const { agencyId, id, ordinal, file, now } = added;
  const { sha256, sizeBytes, mediaType, fileName } = file;
  await recordBlob(tx, { sha256, sizeBytes, mediaType, agencyId }, { kind: 'archive_document', id, now });
  await insertDocumentFile(tx, { agencyId, documentId: id, ordinal, fileName, mediaType, sha256, sizeBytes });
}
