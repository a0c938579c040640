import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { getDocumentEndpoint } from './contract.ts';
import { describeDocument, loadDocument } from './describe-document.ts';
import type { ArchiveDocument } from './document-contract.ts';

/** Views of what is not class B are kept in the chain. */
export function getDocument(
  deps: Deps,
  actor: DeskActor,
  { documentId }: InputOf<typeof getDocumentEndpoint>,
): Promise<ArchiveDocument> {
  return read(deps, actor, async (tx) => {
    const { securityClass } = await loadDocument(tx, actor, documentId);
    const described = await describeDocument(tx, actor, documentId);
    if (securityClass !== 'B')
      await recordEvents(tx, deps, actor, [
        { action: 'record.document_viewed', letterId: documentId, detail: { documentId, securityClass } },
      ]);
    return described;
  });
}
