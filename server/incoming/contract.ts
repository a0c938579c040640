import { z } from 'zod';
import { endpoint } from '../contract.ts';
import { HandlingGrade, LetterType, SecurityClass } from '../letters/contract.ts';

const instant = z.iso.datetime();

export const IncomingListItem = z.object({
  id: z.uuid(),
  letterId: z.uuid(),
  type: LetterType,
  subject: z.string(),
  number: z.string(),
  letterDate: z.iso.date(),
  senderTitle: z.string(),
  senderUnit: z.string(),
  role: z.enum(['to', 'cc']),
  agendaNumber: z.int().nullable(),
  handlingGrade: HandlingGrade,
  securityClass: SecurityClass,
  status: z.enum(['registered', 'directed', 'in_progress', 'done', 'filed']),
  receivedAt: instant,
  readAt: instant.nullable(),
  dueDate: z.iso.date().nullable(),
});
export type IncomingListItem = z.output<typeof IncomingListItem>;

export const Incoming = IncomingListItem.extend({
  registerName: z.string().nullable(),
  addressees: z.array(z.object({ title: z.string(), role: z.enum(['to', 'cc']), readAt: instant.nullable() })),
  annexCount: z.int(),
  pageCount: z.int(),
  sizeBytes: z.int(),
  signatoryName: z.string(),
  verificationPath: z.string(),
  snippet: z.string(),
});
export type Incoming = z.output<typeof Incoming>;

export const listIncomingEndpoint = endpoint({
  method: 'get',
  path: '/incoming',
  tag: 'surat masuk',
  summary: 'Inbox of this desk, newest first',
  access: 'desk',
  right: 'own desk',
  query: z.object({
    tab: z.enum(['all', 'unread', 'urgent', 'cc']).default('all'),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: z.object({
    items: z.array(IncomingListItem),
    next: z.string().nullable(),
    counts: z.object({ all: z.int(), unread: z.int(), urgent: z.int(), cc: z.int() }),
  }),
  errors: ['invalid_input'],
});

export const getIncomingEndpoint = endpoint({
  method: 'get',
  path: '/incoming/:incomingId',
  tag: 'surat masuk',
  summary: 'One incoming letter of this desk',
  access: 'desk',
  right: 'letter.read of the letter it carries, through this desk or its registry',
  params: z.object({ incomingId: z.uuid() }),
  response: Incoming,
  errors: ['not_found', 'forbidden'],
});

export const markIncomingReadEndpoint = endpoint({
  method: 'post',
  path: '/incoming/:incomingId/read',
  tag: 'surat masuk',
  summary: 'Record that the addressed desk opened the letter',
  access: 'desk',
  right: 'addressed desk',
  params: z.object({ incomingId: z.uuid() }),
  response: z.object({ readAt: instant }),
  errors: ['not_found', 'forbidden'],
});
