import type { Tx } from '../db.ts';
import type { Verdict } from './load-queries.ts';
import { listBarredFiles, lockLoadedFiles } from './loaded-file-queries.ts';
import { type Batch, insertLoadedDocuments, listKnownDocuments, type LoadedDocument } from './loaded-queries.ts';

const BARRED = 'Berkas tujuannya sedang disusutkan atau sudah tidak ada.';

/**
 * Takes in the documents of a batch and says of each what became of it. Their files (berkas) stay locked until the batch
 * is on disk: a file that is on its way out gets nothing new, and every other gives the next places.
 */
export async function loadDocuments(tx: Tx, batch: Batch, documents: readonly LoadedDocument[]): Promise<Verdict[]> {
  const { agencyId } = batch;
  const fileIds = [...new Set(documents.flatMap(({ fileId }) => fileId ?? []))].sort();
  await lockLoadedFiles(tx, { agencyId, fileIds });
  const barred = await listBarredFiles(tx, { agencyId, fileIds });
  const isBarred = ({ fileId }: LoadedDocument) => fileId !== null && barred.has(fileId);
  const settled = await insertLoadedDocuments(
    tx,
    batch,
    documents.filter((document) => !isBarred(document)),
  );
  const taken = settled.map(({ line, documentId, isNew }): Verdict => {
    return { line, status: isNew ? 'loaded' : 'known', documentId, reason: null };
  });
  return [...taken, ...(await refuse(tx, agencyId, documents.filter(isBarred)))];
}

/** What is here already is known as ever; only what would be new is refused. */
async function refuse(tx: Tx, agencyId: string, documents: readonly LoadedDocument[]): Promise<Verdict[]> {
  if (documents.length === 0) return [];
  const known = await listKnownDocuments(tx, agencyId, documents);
  return documents.map(({ line, sourceKey }): Verdict => {
    const documentId = known.get(sourceKey);
    if (documentId !== undefined) return { line, status: 'known', documentId, reason: null };
    return { line, status: 'refused', documentId: null, reason: BARRED };
  });
}
