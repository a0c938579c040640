import { read } from '../command.ts';
import type { OutputOf } from '../contract.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { readerOf } from '../letters/reading-right.ts';
import type { listMailboxEndpoint } from './contract.ts';
import { listMailbox as listRows } from './mail-queries.ts';

/** Mails the demonstration would have sent of letters that this desk may read; the newest hundred. */
export async function listMailbox(deps: Deps, actor: DeskActor): Promise<OutputOf<typeof listMailboxEndpoint>> {
  if (!deps.config.isDemo) throw new AppError('not_found');
  const rows = await read(deps, actor, (tx) => listRows(tx, readerOf(actor)));
  return {
    messages: rows.map((row) => ({
      id: row.id,
      messageId: row.messageId,
      sentAt: row.sentAt,
      toAddress: row.toAddress,
      subject: row.subject,
      text: row.text,
      attachment:
        row.attachmentName === null ? null : { fileName: row.attachmentName, sizeBytes: row.attachmentSizeBytes ?? 0 },
    })),
  };
}
