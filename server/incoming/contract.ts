import { z } from 'zod';
import { endpoint } from '../contract.ts';
import { JourneyEntry } from '../letters/letter-shapes.ts';
import { Incoming, IncomingListItem } from './incoming-shapes.ts';

export * from './incoming-shapes.ts';

const instant = z.iso.datetime();
const incomingId = z.object({ incomingId: z.uuid() });

export const listIncomingEndpoint = endpoint({
  method: 'get',
  path: '/incoming',
  tag: 'surat masuk',
  summary: 'Inbox of this desk, newest first',
  access: 'desk',
  right: 'own desk',
  query: z.object({
    tab: z.enum(['all', 'open', 'unread', 'urgent', 'cc']).default('all'),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: z.object({ items: z.array(IncomingListItem), next: z.string().nullable() }),
  errors: ['invalid_input'],
});

export const countIncomingEndpoint = endpoint({
  method: 'get',
  path: '/incoming/counts',
  tag: 'surat masuk',
  summary: 'Numbers on the tabs of the inbox, each counted up to 1,000',
  access: 'desk',
  right: 'own desk',
  response: z.object({ all: z.int(), open: z.int(), unread: z.int(), urgent: z.int(), cc: z.int() }),
  errors: [],
});

export const getIncomingEndpoint = endpoint({
  method: 'get',
  path: '/incoming/:incomingId',
  tag: 'surat masuk',
  summary: 'One incoming letter',
  access: 'desk',
  right: 'incoming.read: addressed desks, desks in its dispositions, registry (B) and archivist (B, T) of the unit',
  params: incomingId,
  response: Incoming,
  errors: ['not_found', 'forbidden'],
});

export const getIncomingPageEndpoint = endpoint({
  method: 'get',
  path: '/incoming/:incomingId/pages/:page',
  tag: 'surat masuk',
  summary: 'One page as WebP',
  access: 'desk',
  right: 'incoming.read',
  params: incomingId.extend({ page: z.coerce.number().int().min(1).max(1000) }),
  query: z.object({ width: z.coerce.number().int().min(120).max(2400).default(1240) }),
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});

export const getIncomingFileEndpoint = endpoint({
  method: 'get',
  path: '/incoming/:incomingId/files/:ordinal',
  tag: 'surat masuk',
  summary: 'Download a file of the letter byte for byte as it came; ordinal 0 is the searchable copy',
  access: 'desk',
  right: 'incoming.read; recorded as an event',
  params: incomingId.extend({ ordinal: z.coerce.number().int().min(0).max(1000) }),
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});

export const markIncomingReadEndpoint = endpoint({
  method: 'post',
  path: '/incoming/:incomingId/read',
  tag: 'surat masuk',
  summary: 'Record that the addressed desk opened the letter',
  access: 'desk',
  right: 'addressed desk',
  params: incomingId,
  response: z.object({ readAt: instant }),
  errors: ['not_found', 'forbidden'],
});

export const getIncomingJourneyEndpoint = endpoint({
  method: 'get',
  path: '/incoming/:incomingId/journey',
  tag: 'surat masuk',
  summary: 'Every step of the letter, and how long each desk has held it in office hours',
  access: 'desk',
  right: 'incoming.read',
  params: incomingId,
  response: z.object({
    entries: z.array(JourneyEntry),
    desks: z.array(z.object({ label: z.string(), officeMinutes: z.int(), isRunning: z.boolean() })),
    audit: z.object({ events: z.int(), chainHead: z.string(), isIntact: z.boolean(), checkedAt: instant }),
  }),
  errors: ['not_found', 'forbidden'],
});

export const forwardIncomingEndpoint = endpoint({
  method: 'post',
  path: '/incoming/:incomingId/forward',
  tag: 'surat masuk',
  summary: 'Forward (teruskan) the letter without instruction, also to a superior or an equal',
  access: 'desk',
  right: 'addressed desk, or a desk in its dispositions',
  params: incomingId,
  body: z.object({
    to: z.array(z.uuid()).min(1, 'Pilih tujuan').max(50),
    note: z.string().trim().max(1000).default(''),
  }),
  response: Incoming,
  errors: ['not_found', 'forbidden', 'wrong_state', 'circuit_vacant', 'invalid_input', 'desk_read_only'],
});

export const finishIncomingEndpoint = endpoint({
  method: 'post',
  path: '/incoming/:incomingId/finish',
  tag: 'surat masuk',
  summary: 'Finish the letter: nothing more to do, it is filed',
  access: 'desk',
  right: 'desk it is addressed to (not tembusan)',
  params: incomingId,
  body: z.object({
    note: z.string().trim().max(1000).default(''),
    /** Why it is finished although dispositions are open. */
    forceReason: z.string().trim().max(500).default(''),
  }),
  response: Incoming,
  errors: ['not_found', 'forbidden', 'wrong_state', 'children_open', 'desk_read_only'],
});

export const replyIncomingEndpoint = endpoint({
  method: 'post',
  path: '/incoming/:incomingId/reply',
  tag: 'surat masuk',
  summary: 'Begin a letter that answers this one, prefilled and linked',
  access: 'desk',
  right: 'incoming.read, and a desk that can act',
  params: incomingId,
  body: z.object({ itemId: z.uuid().nullable().default(null) }),
  response: z.object({ letterId: z.uuid() }),
  status: 201,
  errors: ['not_found', 'forbidden', 'wrong_state', 'desk_read_only'],
});
