import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import { readerOf } from '../letters/reading-right.ts';
import type { getMailboxAttachmentEndpoint } from './contract.ts';
import { findMailboxMessage } from './mail-queries.ts';

/** The PDF of a demonstration mail, byte for byte as it was attached. */
export async function getMailboxAttachment(
  deps: Deps,
  actor: DeskActor,
  input: InputOf<typeof getMailboxAttachmentEndpoint>,
): Promise<FileReply> {
  if (!deps.config.isDemo) throw new AppError('not_found');
  const mail = await read(deps, actor, (tx) => findMailboxMessage(tx, readerOf(actor), input.messageId));
  if (!mail?.attachmentSha256) throw new AppError('not_found');
  return {
    bytes: await deps.files.read(actor.agencyId, mail.attachmentSha256),
    mediaType: 'application/pdf',
    fileName: mail.attachmentName ?? 'surat.pdf',
    disposition: 'attachment',
  };
}
