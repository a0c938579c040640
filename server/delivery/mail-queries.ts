import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { isReadable, type Reader } from '../letters/reading-right.ts';

const MailRow = z.object({
  id: z.uuid(),
  letterId: z.uuid(),
  recipientId: z.uuid(),
  messageId: z.string(),
  toAddress: z.string(),
  toName: z.string(),
  subject: z.string(),
  bodyText: z.string(),
  attachmentName: z.string().nullable(),
  attachmentSha256: z.string().nullable(),
  status: z.enum(['waiting', 'handed_over', 'failed']),
  drafterPositionId: z.uuid(),
});
export type MailRow = z.output<typeof MailRow>;

export function findMail(tx: Tx, mail: { agencyId: string; mailId: string }): Promise<MailRow | undefined> {
  return one(
    tx,
    `select m.id, m.letter_id, m.recipient_id, m.message_id, m.to_address, m.to_name, m.subject, m.body_text, m.attachment_name,
       m.attachment_sha256, m.status, l.drafter_position_id
     from mail_message m join letter l on l.agency_id = m.agency_id and l.id = m.letter_id
     where m.agency_id = :agencyId and m.id = :mailId`,
    mail,
    MailRow,
  );
}

export async function insertMail(
  tx: Tx,
  row: {
    agencyId: string;
    id: string;
    letterId: string;
    recipientId: string;
    messageId: string;
    toAddress: string;
    toName: string;
    subject: string;
    bodyText: string;
    attachmentName: string | null;
    attachmentSha256: string | null;
    now: Date;
  },
): Promise<void> {
  await run(
    tx,
    `insert into mail_message (agency_id, id, letter_id, recipient_id, message_id, to_address, to_name, subject, body_text,
       attachment_name, attachment_sha256, status, created_at)
     values (:agencyId, :id, :letterId, :recipientId, :messageId, :toAddress, :toName, :subject, :bodyText, :attachmentName,
       :attachmentSha256, 'waiting', :now)`,
    row,
  );
}

export async function setMailHandedOver(
  tx: Tx,
  mail: { agencyId: string; mailId: string; now: Date },
): Promise<boolean> {
  return (
    (await run(
      tx,
      `update mail_message set status = 'handed_over', handed_over_at = :now
       where agency_id = :agencyId and id = :mailId and status = 'waiting'`,
      mail,
    )) === 1
  );
}

export async function setMailFailed(
  tx: Tx,
  mail: { agencyId: string; mailId: string; failure: string },
): Promise<boolean> {
  return (
    (await run(
      tx,
      `update mail_message set status = 'failed', failure = :failure
       where agency_id = :agencyId and id = :mailId and status = 'waiting'`,
      mail,
    )) === 1
  );
}

export async function insertMailboxMessage(
  tx: Tx,
  row: { agencyId: string; id: string; messageId: string; now: Date; toAddress: string; subject: string; raw: Buffer },
): Promise<void> {
  await run(
    tx,
    `insert into demo_mailbox (agency_id, id, message_id, sent_at, to_address, subject, raw)
     values (:agencyId, :id, :messageId, :now, :toAddress, :subject, :raw) on conflict (agency_id, message_id) do nothing`,
    row,
  );
}

const MailboxRow = z.object({
  id: z.uuid(),
  messageId: z.string(),
  sentAt: z.string(),
  toAddress: z.string(),
  subject: z.string(),
  text: z.string(),
  attachmentName: z.string().nullable(),
  attachmentSha256: z.string().nullable(),
  attachmentSizeBytes: z.number().nullable(),
});
export type MailboxRow = z.output<typeof MailboxRow>;

/** Mails of letters that the reader may not read are left out. */
const mailboxSql = `
  select d.id, d.message_id, d.sent_at, d.to_address, d.subject, m.body_text as text, m.attachment_name, m.attachment_sha256,
    b.size_bytes as attachment_size_bytes
  from demo_mailbox d
  join mail_message m on m.agency_id = d.agency_id and m.message_id = d.message_id
  left join blob b on b.agency_id = m.agency_id and b.sha256 = m.attachment_sha256
  where d.agency_id = :agencyId and exists (
    select from letter l where l.agency_id = m.agency_id and l.id = m.letter_id and ${isReadable('letter_access', 'l')})`;

export function listMailbox(tx: Tx, reader: Reader): Promise<MailboxRow[]> {
  return many(tx, `${mailboxSql} order by d.sent_at desc, d.id desc limit 100`, { ...reader }, MailboxRow);
}

export function findMailboxMessage(tx: Tx, reader: Reader, id: string): Promise<MailboxRow | undefined> {
  return one(tx, `${mailboxSql} and d.id = :id`, { ...reader, id }, MailboxRow);
}
