import { z } from 'zod';
import { endpoint } from '../contract.ts';
import { Letter, LetterContent, PreviewPage } from './letter-shapes.ts';

const letterId = z.object({ letterId: z.uuid() });

export const addAnnexEndpoint = endpoint({
  method: 'post',
  path: '/letters/:letterId/annexes',
  tag: 'surat',
  summary: 'Upload an annex (PDF, PNG, JPEG) as the raw request body',
  access: 'desk',
  right: 'letter.save',
  params: letterId,
  query: z.object({ fileName: z.string().trim().min(1).max(200) }),
  uploadLimitBytes: 25 * 1024 * 1024,
  response: Letter,
  status: 201,
  errors: [
    'not_found',
    'forbidden',
    'wrong_state',
    'annex_not_document',
    'annex_encrypted',
    'annex_damaged',
    'annex_too_large',
    'annex_too_many_pages',
    'desk_read_only',
    'unavailable',
  ],
});

export const removeAnnexEndpoint = endpoint({
  method: 'delete',
  path: '/letters/:letterId/annexes/:annexId',
  tag: 'surat',
  summary: 'Remove an annex from a draft',
  access: 'desk',
  right: 'letter.save',
  params: letterId.extend({ annexId: z.uuid() }),
  response: Letter,
  errors: ['not_found', 'forbidden', 'wrong_state', 'desk_read_only'],
});

export const getAnnexFileEndpoint = endpoint({
  method: 'get',
  path: '/letters/:letterId/annexes/:annexId/file',
  tag: 'surat',
  summary: 'Download an annex as it was uploaded',
  access: 'desk',
  right: 'letter.read',
  params: letterId.extend({ annexId: z.uuid() }),
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});

export const previewLetterEndpoint = endpoint({
  method: 'post',
  path: '/letters/:letterId/preview',
  tag: 'surat',
  summary: 'Typeset unsaved content as it would print, page by page',
  access: 'desk',
  right: 'letter.read',
  params: letterId,
  body: z.object({ content: LetterContent }),
  response: z.object({ pages: z.array(PreviewPage), pageCount: z.int() }),
  errors: ['not_found', 'forbidden', 'invalid_letter_body', 'invalid_input'],
});

export const getLetterPageEndpoint = endpoint({
  method: 'get',
  path: '/letters/:letterId/pages/:page',
  tag: 'surat',
  summary: 'One page as WebP: of the signed PDF, or of the present content before that',
  access: 'desk',
  right: 'letter.read',
  params: letterId.extend({ page: z.coerce.number().int().min(1).max(500) }),
  query: z.object({
    width: z.coerce.number().int().min(120).max(2400).default(1240),
    v: z.string().max(80).optional(),
  }),
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});

export const getLetterPagesEndpoint = endpoint({
  method: 'get',
  path: '/letters/:letterId/pages',
  tag: 'surat',
  summary: 'How many pages the letter has now, letter and annexes apart',
  access: 'desk',
  right: 'letter.read',
  params: letterId,
  response: z.object({ letterPages: z.int(), annexPages: z.int(), etag: z.string() }),
  errors: ['not_found', 'forbidden'],
});

export const getLetterPdfEndpoint = endpoint({
  method: 'get',
  path: '/letters/:letterId/pdf',
  tag: 'surat',
  summary: 'Download the signed PDF, byte for byte; before that the draft with its watermark',
  access: 'desk',
  right: 'letter.read; recorded as an event',
  params: letterId,
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});

export const recordPrintEndpoint = endpoint({
  method: 'post',
  path: '/letters/:letterId/prints',
  tag: 'surat',
  summary: 'Record that paper copies were printed',
  access: 'desk',
  right: 'letter.read',
  params: letterId,
  body: z.object({ copies: z.int().min(1).max(500) }),
  response: z.object({ sheets: z.int() }),
  status: 201,
  errors: ['not_found', 'forbidden', 'wrong_state', 'desk_read_only'],
});
