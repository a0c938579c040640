import { createTransport } from 'nodemailer';
import { uuidv7 } from 'uuidv7';
import type { Config } from '../config.ts';
import type { Db } from '../db.ts';
import { buildMessage } from './build-message.ts';
import { insertMailboxMessage } from './mail-queries.ts';
import type { MailTransport } from './mail-transport.ts';

/** Builds the same message the SMTP transport would send and keeps it in the demonstration mailbox, once per Message-ID. */
export function openDemoTransport(config: Pick<Config, 'mailFrom'>, db: Db, now: () => Date): MailTransport {
  const builder = createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail) {
      const { message } = await builder.sendMail(buildMessage(mail, config.mailFrom, now()));
      if (!Buffer.isBuffer(message)) throw new Error('the message was not built in memory');
      await db.transaction({ agencyId: mail.agencyId }, (tx) =>
        insertMailboxMessage(tx, {
          agencyId: mail.agencyId,
          id: uuidv7(),
          messageId: mail.messageId,
          now: now(),
          toAddress: mail.to.address,
          subject: mail.subject,
          raw: message,
        }),
      );
    },
  };
}
