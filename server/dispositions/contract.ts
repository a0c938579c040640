import { z } from 'zod';
import { endpoint } from '../contract.ts';
import {
  AttachedFile,
  Disposition,
  DispositionItem,
  DispositionListItem,
  DispositionOptions,
  DispositionTree,
  Message,
  RecipientInput,
  Report,
} from './disposition-shapes.ts';

export * from './disposition-shapes.ts';
export * from './item-contract.ts';
export * from './settings-contract.ts';

const itemId = z.object({ itemId: z.uuid() });
const incomingId = z.object({ incomingId: z.uuid() });

export const getDispositionOptionsEndpoint = endpoint({
  method: 'get',
  path: '/incoming/:incomingId/disposition-options',
  tag: 'disposisi',
  summary: 'Recipients ranked by history, instructions and deadlines for a disposition of this letter',
  access: 'desk',
  right: 'disposition.give: addressed desk, recipient of `itemId`, or secretary of either',
  params: incomingId,
  query: z.object({ itemId: z.uuid().optional() }),
  response: DispositionOptions,
  errors: ['not_found', 'forbidden'],
});

export const giveDispositionEndpoint = endpoint({
  method: 'post',
  path: '/incoming/:incomingId/dispositions',
  tag: 'disposisi',
  summary: 'Give a disposition down the line; held 10 seconds before it reaches anyone',
  access: 'desk',
  right: 'disposition.give: addressed desk, recipient of `parentItemId`, or secretary of either on instruction',
  params: incomingId,
  body: z.object({
    /** The disposition it is passed on from; null at the root of the letter. */
    parentItemId: z.uuid().nullable().default(null),
    recipients: z.array(RecipientInput).min(1, 'Pilih penerima disposisi').max(60),
    /** Recorded by a secretary: scan of the sheet the official wrote on. */
    sheetFileId: z.uuid().nullable().default(null),
  }),
  response: Disposition,
  status: 201,
  errors: [
    'not_found',
    'forbidden',
    'wrong_state',
    'invalid_input',
    'disposition_direction',
    'deadline_after_parent',
    'sheet_required',
    'circuit_vacant',
    'desk_read_only',
  ],
});

export const undoDispositionEndpoint = endpoint({
  method: 'post',
  path: '/dispositions/:dispositionId/undo',
  tag: 'disposisi',
  summary: 'Take a disposition back while it is held; it has reached nobody',
  access: 'desk',
  right: 'desk that gave or recorded it',
  params: z.object({ dispositionId: z.uuid() }),
  response: Disposition,
  errors: ['not_found', 'forbidden', 'wrong_state', 'desk_read_only'],
});

export const listDispositionsEndpoint = endpoint({
  method: 'get',
  path: '/disposition-items',
  tag: 'disposisi',
  summary: 'Dispositions at this desk (mine) or given by it (given); open ones by deadline, others newest first',
  access: 'desk',
  right: 'own desk, or secretary of the official named by positionId',
  query: z.object({
    box: z.enum(['mine', 'given']),
    tab: z.enum(['open', 'late', 'unread', 'done', 'all']).default('open'),
    /** An official whom this desk serves as secretary; the own desk when absent. */
    positionId: z.uuid().optional(),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: z.object({
    items: z.array(DispositionListItem),
    next: z.string().nullable(),
    counts: z.object({ open: z.int(), late: z.int(), unread: z.int() }),
  }),
  errors: ['invalid_input', 'forbidden'],
});

export const getDispositionTreeEndpoint = endpoint({
  method: 'get',
  path: '/incoming/:incomingId/dispositions',
  tag: 'disposisi',
  summary: 'The chain of a letter as this desk may see it, with roll-up',
  access: 'desk',
  right:
    'incoming.read; below the root only the own line: what leads to this desk, its equals there, and all beneath it',
  params: incomingId,
  response: DispositionTree,
  errors: ['not_found', 'forbidden'],
});

export const getDispositionItemEndpoint = endpoint({
  method: 'get',
  path: '/disposition-items/:itemId',
  tag: 'disposisi',
  summary: 'One recipient of a disposition with reports and conversation',
  access: 'desk',
  right: 'as the tree of its letter; conversation of a private one only giver and recipient',
  params: itemId,
  response: z.object({ item: DispositionItem, reports: z.array(Report), messages: z.array(Message) }),
  errors: ['not_found', 'forbidden'],
});

export const markDispositionReadEndpoint = endpoint({
  method: 'post',
  path: '/disposition-items/:itemId/read',
  tag: 'disposisi',
  summary: 'Record that the recipient opened it',
  access: 'desk',
  right: 'recipient desk',
  params: itemId,
  response: DispositionItem,
  errors: ['not_found', 'forbidden'],
});

export const uploadDispositionFileEndpoint = endpoint({
  method: 'post',
  path: '/disposition-files',
  tag: 'disposisi',
  summary:
    'Upload a file (PDF, PNG, JPEG) to attach to a disposition, report or recorded sheet; unused ones are removed after a day',
  access: 'desk',
  right: 'any desk that can act',
  query: z.object({ fileName: z.string().trim().min(1).max(200) }),
  uploadLimitBytes: 25 * 1024 * 1024,
  response: AttachedFile,
  status: 201,
  errors: [
    'annex_not_document',
    'annex_encrypted',
    'annex_damaged',
    'annex_too_large',
    'annex_too_many_pages',
    'desk_read_only',
    'unavailable',
  ],
});

export const getDispositionFileEndpoint = endpoint({
  method: 'get',
  path: '/disposition-files/:fileId',
  tag: 'disposisi',
  summary: 'Download an attached file as it was uploaded',
  access: 'desk',
  right: 'who may see the disposition or report it is attached to',
  params: z.object({ fileId: z.uuid() }),
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});

export const getDispositionSheetEndpoint = endpoint({
  method: 'get',
  path: '/incoming/:incomingId/disposition-sheet',
  tag: 'disposisi',
  summary: 'Lembar disposisi as PDF: form, card or whole chain; in front of the letter on request',
  access: 'desk',
  right: 'as the tree of the letter; recorded as an event',
  params: incomingId,
  query: z.object({
    layout: z.enum(['form', 'card', 'chain']).default('form'),
    /** One disposition on the form; the first of the letter when absent. */
    dispositionId: z.uuid().optional(),
    withLetter: z.enum(['true', 'false']).default('false'),
  }),
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'forbidden', 'wrong_state'],
});
