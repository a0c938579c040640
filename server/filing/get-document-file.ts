import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import type { getDocumentFileEndpoint } from './contract.ts';
import { loadDocument } from './describe-document.ts';
import { listDocumentFiles } from './document-queries.ts';

/** A file byte for byte as it was uploaded; each opening is kept in the chain. */
export async function getDocumentFile(
  deps: Deps,
  actor: DeskActor,
  { documentId, ordinal, download }: InputOf<typeof getDocumentFileEndpoint>,
): Promise<FileReply> {
  const file = await read(deps, actor, async (tx) => {
    const row = await loadDocument(tx, actor, documentId);
    const files = row.destroyedAt === null ? await listDocumentFiles(tx, { agencyId: actor.agencyId, documentId }) : [];
    const found = files.find((one) => one.ordinal === ordinal);
    if (!found) throw new AppError('not_found');
    const detail = { documentId, ordinal, sha256: found.sha256 };
    await recordEvents(tx, deps, actor, [{ action: 'record.document_downloaded', letterId: documentId, detail }]);
    return found;
  });
  return {
    bytes: await deps.files.read(actor.agencyId, file.sha256),
    mediaType: file.mediaType,
    fileName: file.fileName,
    disposition: download === '1' ? 'attachment' : 'inline',
  };
}
