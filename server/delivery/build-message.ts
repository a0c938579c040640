import type { SendMailOptions } from 'nodemailer';
import type { OutgoingMail } from './mail-transport.ts';

/** The mail as nodemailer takes it; every transport sends exactly this. */
export function buildMessage(mail: OutgoingMail, from: string, now: Date): SendMailOptions {
  return {
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: mail.messageId,
    date: now,
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments:
      mail.attachment === null
        ? []
        : [
            {
              filename: mail.attachment.fileName,
              content: Buffer.from(mail.attachment.bytes),
              contentType: 'application/pdf',
            },
          ],
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
