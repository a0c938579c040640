import { z } from 'zod';
import { endpoint } from '../contract.ts';

export const MailboxMessage = z.object({
  id: z.uuid(),
  messageId: z.string(),
  sentAt: z.iso.datetime(),
  toAddress: z.string(),
  subject: z.string(),
  text: z.string(),
  attachment: z.object({ fileName: z.string(), sizeBytes: z.int() }).nullable(),
});

export const listMailboxEndpoint = endpoint({
  method: 'get',
  path: '/demo/mailbox',
  tag: 'demonstrasi',
  summary: 'E-mails the demonstration would have sent, newest first',
  access: 'desk',
  right: 'letter.read of the letter it carries, demonstration only',
  response: z.object({ messages: z.array(MailboxMessage) }),
  errors: ['not_found'],
});

export const getMailboxAttachmentEndpoint = endpoint({
  method: 'get',
  path: '/demo/mailbox/:messageId/attachment',
  tag: 'demonstrasi',
  summary: 'The PDF attached to a demonstration e-mail',
  access: 'desk',
  right: 'letter.read of the letter it carries, demonstration only',
  params: z.object({ messageId: z.uuid() }),
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found'],
});
