import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { command } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { recordBlob } from '../files/files.ts';
import { acceptUpload, cleanFileName } from '../letters/accept-upload.ts';
import { enqueue } from '../outbox.ts';
import type { uploadDocumentFileEndpoint } from './contract.ts';
import { describeDocument, lockDocumentFor } from './describe-document.ts';
import type { ArchiveDocument } from './document-contract.ts';
import {
  type DocumentFileRow,
  insertDocumentChange,
  insertDocumentFile,
  listDocumentFiles,
  setDocumentFiles,
} from './document-queries.ts';

const MOST_FILES = 50;

/** Adds a PDF or picture to a document and has its text read, so that the search finds it. */
export async function uploadDocumentFile(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof uploadDocumentFileEndpoint> & { bytes: Buffer },
): Promise<ArchiveDocument> {
  const { documentId } = input;
  const { mediaType, pageCount } = await acceptUpload(input.bytes);
  const { agencyId, positionId, personId } = actor;
  const stored = await deps.files.write(agencyId, input.bytes);
  return command(deps, actor, async (tx) => {
    const key = { agencyId, documentId };
    const row = await lockDocumentFor(tx, actor, { documentId });
    const ordinal = await nextOrdinal(tx, key, stored.sha256);
    const now = deps.now();
    const fileName = cleanFileName(input.fileName);
    await recordBlob(tx, { ...stored, agencyId, mediaType }, { kind: 'archive_document', id: documentId, now });
    await insertDocumentFile(tx, { ...key, ...stored, ordinal, fileName, mediaType });
    const pages = ordinal === 1 ? Math.max(row.pageCount, pageCount) : row.pageCount + pageCount;
    const version = await setDocumentFiles(tx, { ...key, pageCount: pages });
    const changes = { files: { from: ordinal - 1, to: ordinal } };
    const change = { id: uuidv7(), version, changes, reason: `Berkas ${fileName} ditambahkan`, positionId, personId };
    await insertDocumentChange(tx, { ...key, ...change, now });
    await enqueue(tx, agencyId, 'records.read_document', { documentId, version }, { now });
    const described = await describeDocument(tx, actor, documentId);
    const detail = { documentId, ordinal, sha256: stored.sha256 };
    await recordEvents(tx, deps, actor, [{ action: 'record.document_file_added', letterId: documentId, detail }]);
    return described;
  });
}

async function nextOrdinal(tx: Tx, key: { agencyId: string; documentId: string }, sha256: string): Promise<number> {
  const files: DocumentFileRow[] = await listDocumentFiles(tx, key);
  if (files.some((file) => file.sha256 === sha256))
    throw new AppError('wrong_state', { detail: 'Berkas yang sama sudah ada pada dokumen ini.' });
  if (files.length >= MOST_FILES)
    throw new AppError('payload_too_large', {
      detail: `Satu dokumen paling banyak ${MOST_FILES} berkas. Gabungkan berkasnya, lalu unggah lagi.`,
    });
  return Math.max(0, ...files.map(({ ordinal }) => ordinal)) + 1;
}
