import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { refuseReading } from '../letters/access.ts';
import type { ArchiveDocument } from './document-contract.ts';
import {
  type DocumentRow,
  findDocument,
  listDocumentChanges,
  listDocumentFiles,
  listDocumentReaders,
  lockDocument,
} from './document-queries.ts';
import { canReadDocument } from './document-rights.ts';
import { archivistUnits } from './scope.ts';

/** A document as this desk may read it; refuses as every reading of a letter does. */
export async function loadDocument(tx: Tx, actor: DeskActor, documentId: string): Promise<DocumentRow> {
  const row = await findDocument(tx, { agencyId: actor.agencyId, documentId });
  if (!row) throw new AppError('not_found');
  if (!(await canReadDocument(tx, actor, row))) refuseReading(row);
  return row;
}

/** The document locked for a command of the archivist of its unit, who must be able to read it. */
export async function lockDocumentFor(
  tx: Tx,
  actor: DeskActor,
  wanted: { documentId: string; version?: number },
): Promise<DocumentRow> {
  await loadDocument(tx, actor, wanted.documentId);
  const row = await lockDocument(tx, { agencyId: actor.agencyId, documentId: wanted.documentId });
  if (!row) throw new AppError('not_found');
  if (!archivistUnits(actor).includes(row.unitId))
    throw new AppError('forbidden', { detail: 'Hanya arsiparis unit yang berhak mengubah dokumen ini.' });
  if (!actor.canAct) throw new AppError('desk_read_only');
  if (row.destroyedAt !== null)
    throw new AppError('wrong_state', { detail: 'Dokumen ini sudah dimusnahkan, jadi datanya tidak diubah lagi.' });
  if (wanted.version !== undefined && wanted.version !== row.version)
    throw new AppError('stale_version', {
      detail: 'Dokumen sudah diubah di tempat lain. Muat ulang, lalu ulangi perubahannya.',
    });
  return row;
}

export async function describeDocument(tx: Tx, actor: DeskActor, documentId: string): Promise<ArchiveDocument> {
  const key = { agencyId: actor.agencyId, documentId };
  const row = await findDocument(tx, key);
  if (!row) throw new AppError('not_found');
  const files = await listDocumentFiles(tx, key);
  const readers = await listDocumentReaders(tx, key);
  const changes = await listDocumentChanges(tx, key);
  const { destroyedAt, readVersion: _version, hasText: _text, fileId, fileNumber, fileYear, fileTitle, ...plain } = row;
  const isOwn = archivistUnits(actor).includes(row.unitId);
  return {
    ...plain,
    isDestroyed: destroyedAt !== null,
    reading: readingOf(row, files.length),
    readers,
    readerPositionIds: readers.map(({ positionId }) => positionId),
    file:
      fileId === null || fileNumber === null || fileYear === null || fileTitle === null
        ? null
        : { id: fileId, number: fileNumber, year: fileYear, title: fileTitle },
    files: destroyedAt === null ? files.map(({ sha256: _hash, ...file }) => file) : [],
    changes: changes.map(({ changes: fields, ...change }) => ({ ...change, fields: Object.keys(fields) })),
    canCorrect: isOwn && actor.canAct && destroyedAt === null,
  };
}

function readingOf(row: DocumentRow, fileCount: number): ArchiveDocument['reading'] {
  if (fileCount === 0) return 'none';
  if (row.readVersion === null) return row.source === 'manual' ? 'waiting' : row.hasText ? 'done' : 'none';
  return row.readFailure === null ? 'done' : 'failed';
}
