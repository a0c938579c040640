import { z } from 'zod';
import { endpoint } from '../contract.ts';
import {
  LetterType,
  LetterContent,
  CommentAnchor,
  LetterListItem,
  Letter,
  LetterVersion,
  JourneyEntry,
} from './letter-shapes.ts';

export * from './letter-shapes.ts';
export * from './pages-contract.ts';

const instant = z.iso.datetime();
const letterId = z.object({ letterId: z.uuid() });
const versioned = z.object({ version: z.int().min(1) });

export const createLetterEndpoint = endpoint({
  method: 'post',
  path: '/letters',
  tag: 'surat',
  summary: 'Begin a draft',
  access: 'desk',
  right: 'any desk that can act',
  body: z.object({ type: LetterType, copyOf: z.uuid().optional() }),
  response: Letter,
  status: 201,
  errors: ['desk_read_only', 'not_found', 'forbidden'],
});

export const listLettersEndpoint = endpoint({
  method: 'get',
  path: '/letters',
  tag: 'surat',
  summary: 'Letters of this desk by box, with keyset pages',
  access: 'desk',
  right: 'own desk: drafts it wrote, letters that wait for its initial or signature',
  query: z.object({
    box: z.enum(['drafts', 'to_initial', 'to_sign', 'sent', 'initialled']),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: z.object({ items: z.array(LetterListItem), next: z.string().nullable(), total: z.int() }),
  errors: ['invalid_input'],
});

export const getLetterEndpoint = endpoint({
  method: 'get',
  path: '/letters/:letterId',
  tag: 'surat',
  summary: 'One letter with recipients, annexes, circuit, comments and allowed actions',
  access: 'desk',
  right: 'letter.read',
  params: letterId,
  response: Letter,
  errors: ['not_found', 'forbidden'],
});

export const saveLetterEndpoint = endpoint({
  method: 'put',
  path: '/letters/:letterId',
  tag: 'surat',
  summary: 'Save a draft, or correct it under review as the desk whose step is open',
  access: 'desk',
  right: 'letter.save: drafting desk in draft; open step in review',
  params: letterId,
  body: versioned.extend({ content: LetterContent }),
  response: Letter,
  errors: [
    'not_found',
    'forbidden',
    'wrong_state',
    'stale_version',
    'invalid_letter_body',
    'invalid_input',
    'circuit_invalid',
    'desk_read_only',
  ],
});

export const submitLetterEndpoint = endpoint({
  method: 'post',
  path: '/letters/:letterId/submit',
  tag: 'surat',
  summary: 'Send a draft into its circuit, or resume where it was returned',
  access: 'desk',
  right: 'letter.submit: drafting desk',
  params: letterId,
  body: versioned.extend({
    askAgain: z.array(z.uuid()).max(30).default([]),
    message: z.string().trim().max(1000).default(''),
  }),
  response: Letter,
  errors: [
    'not_found',
    'forbidden',
    'wrong_state',
    'stale_version',
    'letter_incomplete',
    'recipient_incomplete',
    'circuit_vacant',
    'circuit_invalid',
    'register_missing',
    'invalid_letter_body',
    'desk_read_only',
  ],
});

export const initialLetterEndpoint = endpoint({
  method: 'post',
  path: '/letters/:letterId/initial',
  tag: 'surat',
  summary: 'Give the initial (paraf) of this desk',
  access: 'desk',
  right: 'letter.initial: desk whose step is open',
  params: letterId,
  body: versioned,
  response: Letter,
  errors: ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'desk_read_only'],
});

export const returnLetterEndpoint = endpoint({
  method: 'post',
  path: '/letters/:letterId/return',
  tag: 'surat',
  summary: 'Return the letter to its drafter with reasons',
  access: 'desk',
  right: 'letter.return: desk whose step is open, or the signatory',
  params: letterId,
  body: versioned.extend({ reason: z.string().trim().max(2000).default('') }),
  response: Letter,
  errors: ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'comment_required', 'desk_read_only'],
});

export const withdrawLetterEndpoint = endpoint({
  method: 'post',
  path: '/letters/:letterId/withdraw',
  tag: 'surat',
  summary: 'Withdraw a letter that is not being signed',
  access: 'desk',
  right: 'letter.withdraw: drafting desk',
  params: letterId,
  body: versioned.extend({ reason: z.string().trim().min(3, 'Tulis alasan penarikan').max(1000) }),
  response: Letter,
  errors: ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'desk_read_only'],
});

export const addCommentEndpoint = endpoint({
  method: 'post',
  path: '/letters/:letterId/comments',
  tag: 'surat',
  summary: 'Comment on a draft, or answer a comment',
  access: 'desk',
  right: 'letter.comment: drafting desk, desks in the circuit, signatory',
  params: letterId,
  body: z.object({
    text: z.string().trim().min(1, 'Tulis catatan').max(4000),
    anchor: CommentAnchor.nullable().default(null),
    parentId: z.uuid().nullable().default(null),
  }),
  response: Letter,
  status: 201,
  errors: ['not_found', 'forbidden', 'wrong_state', 'desk_read_only'],
});

export const resolveCommentEndpoint = endpoint({
  method: 'post',
  path: '/letters/:letterId/comments/:commentId/resolve',
  tag: 'surat',
  summary: 'Mark a comment as settled',
  access: 'desk',
  right: 'letter.comment: drafting desk, or the author of the comment',
  params: letterId.extend({ commentId: z.uuid() }),
  response: Letter,
  errors: ['not_found', 'forbidden', 'wrong_state', 'desk_read_only'],
});

export const listVersionsEndpoint = endpoint({
  method: 'get',
  path: '/letters/:letterId/versions',
  tag: 'surat',
  summary: 'Every kept version of the content, oldest first',
  access: 'desk',
  right: 'letter.read',
  params: letterId,
  response: z.object({ versions: z.array(LetterVersion) }),
  errors: ['not_found', 'forbidden'],
});

export const getJourneyEndpoint = endpoint({
  method: 'get',
  path: '/letters/:letterId/journey',
  tag: 'surat',
  summary: 'Every step of the letter with names, desks, times, and how long each desk held it',
  access: 'desk',
  right: 'letter.read',
  params: letterId,
  response: z.object({
    entries: z.array(JourneyEntry),
    /** Time by desk in order, office minutes. */
    desks: z.array(z.object({ label: z.string(), officeMinutes: z.int(), isParallel: z.boolean() })),
    totalOfficeMinutes: z.int().nullable(),
    parallelMinutes: z.int(),
    audit: z.object({ events: z.int(), chainHead: z.string(), isIntact: z.boolean(), checkedAt: instant }),
  }),
  errors: ['not_found', 'forbidden'],
});
