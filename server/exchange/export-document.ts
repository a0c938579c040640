import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { FileReply } from '../http.ts';
import { collectDocument } from './collect-document.ts';
import type { exportDocumentEndpoint } from './contract.ts';
import { sendPackage } from './send-package.ts';

/** A document made elsewhere. */
export async function exportDocument(
  deps: Deps,
  actor: DeskActor,
  { documentId }: InputOf<typeof exportDocumentEndpoint>,
): Promise<FileReply> {
  return sendPackage(deps, actor, { record: await collectDocument(deps, actor, documentId), subject: documentId });
}
