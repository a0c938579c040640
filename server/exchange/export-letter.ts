import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import type { FileReply } from '../http.ts';
import { collectOutgoing } from './collect-outgoing.ts';
import type { exportLetterEndpoint } from './contract.ts';
import { sendPackage } from './send-package.ts';

/** A letter of ours with everything that belongs to it. */
export async function exportLetter(
  deps: Deps,
  actor: DeskActor,
  { letterId }: InputOf<typeof exportLetterEndpoint>,
): Promise<FileReply> {
  return sendPackage(deps, actor, { record: await collectOutgoing(deps, actor, letterId), subject: letterId });
}
