import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { FileReply } from '../http.ts';
import { collectIncoming } from './collect-incoming.ts';
import type { exportIncomingEndpoint } from './contract.ts';
import { sendPackage } from './send-package.ts';

/** An incoming letter with its dispositions as this desk may see them. */
export async function exportIncoming(
  deps: Deps,
  actor: DeskActor,
  { incomingId }: InputOf<typeof exportIncomingEndpoint>,
): Promise<FileReply> {
  const record = await collectIncoming(deps, actor, incomingId);
  const carried = record.facts.relations.find(({ kind }) => kind === 'copy_of');
  return sendPackage(deps, actor, { record, subject: carried?.id ?? incomingId });
}
