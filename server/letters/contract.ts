import { z } from 'zod';
import { endpoint } from '../contract.ts';
import { Desk } from '../organisation/contract.ts';
import { LETTER_ACTIONS, LETTER_STATUSES } from './states.ts';

export const LetterType = z.enum(['surat_dinas', 'nota_dinas']);
export const HandlingGrade = z.enum(['biasa', 'segera', 'sangat_segera']);
export const SecurityClass = z.enum(['B', 'T', 'R', 'SR']);
export const LetterStatusSchema = z.enum(LETTER_STATUSES);
export type LetterType = z.output<typeof LetterType>;
export type HandlingGrade = z.output<typeof HandlingGrade>;
export type SecurityClass = z.output<typeof SecurityClass>;

const instant = z.iso.datetime();
const day = z.iso.date();

/** Someone a draft is addressed to: a desk of the agency, or an address outside. */
export const RecipientInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('internal'), positionId: z.uuid() }),
  z.object({
    kind: z.literal('external'),
    name: z.string().trim().max(200),
    address: z.string().trim().max(300).default(''),
    place: z.string().trim().max(100).default(''),
    email: z.union([z.literal(''), z.email('Alamat surel tidak benar, misalnya nama@contoh.go.id')]).default(''),
  }),
]);
export type RecipientInput = z.input<typeof RecipientInput>;

export const CircuitStepInput = z.object({
  stage: z.int().min(1).max(20),
  kind: z.enum(['hierarchical', 'coordination']),
  positionId: z.uuid(),
});

/** What a drafter edits. `body` is Tiptap JSON, checked by the letter-body rules. */
export const LetterContent = z.object({
  type: LetterType,
  subject: z.string().trim().max(300),
  handlingGrade: HandlingGrade,
  securityClass: SecurityClass,
  classificationCode: z.string().max(30).nullable(),
  signatoryPositionId: z.uuid().nullable(),
  onBehalfOfPositionId: z.uuid().nullable().default(null),
  dueDate: day.nullable().default(null),
  to: z.array(RecipientInput).max(200),
  cc: z.array(RecipientInput).max(100),
  circuit: z.array(CircuitStepInput).max(30),
  body: z.unknown(),
});
export type LetterContent = z.input<typeof LetterContent>;

export const Recipient = z.object({
  id: z.uuid(),
  role: z.enum(['to', 'cc']),
  kind: z.enum(['internal', 'external']),
  positionId: z.uuid().nullable(),
  /** Title of the desk or name of the outside addressee. */
  name: z.string(),
  unitName: z.string().nullable(),
  address: z.string(),
  place: z.string(),
  email: z.string(),
  deliveryStatus: z.enum(['pending', 'delivered', 'handed_over', 'failed']),
  deliveredAt: instant.nullable(),
  openedAt: instant.nullable(),
  failure: z.string().nullable(),
  agendaNumber: z.int().nullable(),
});
export type Recipient = z.output<typeof Recipient>;

export const Annex = z.object({
  id: z.uuid(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  pageCount: z.int(),
});
export type Annex = z.output<typeof Annex>;

export const CircuitStep = z.object({
  id: z.uuid(),
  stage: z.int(),
  kind: z.enum(['hierarchical', 'coordination']),
  status: z.enum(['waiting', 'open', 'initialled', 'returned']),
  desk: Desk,
  /** Who acted, as named then. */
  actedBy: z.string().nullable(),
  openedAt: instant.nullable(),
  actedAt: instant.nullable(),
  /** Version of the content the initial was given on. */
  contentVersion: z.int().nullable(),
});
export type CircuitStep = z.output<typeof CircuitStep>;

/** Where a comment points: the index of the block in the body and the words it quotes. */
export const CommentAnchor = z.object({ block: z.int().min(0), quote: z.string().max(500) });

export const Comment = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  contentVersion: z.int(),
  anchor: CommentAnchor.nullable(),
  authorName: z.string(),
  authorTitle: z.string(),
  isOwn: z.boolean(),
  text: z.string(),
  createdAt: instant,
  resolvedAt: instant.nullable(),
});
export type Comment = z.output<typeof Comment>;

export const LetterListItem = z.object({
  id: z.uuid(),
  type: LetterType,
  status: LetterStatusSchema,
  /** Masked as "Rahasia" where the reader may list but not read. */
  subject: z.string(),
  handlingGrade: HandlingGrade,
  securityClass: SecurityClass,
  number: z.string().nullable(),
  letterDate: day.nullable(),
  dueDate: day.nullable(),
  unitName: z.string(),
  drafterName: z.string(),
  signatoryTitle: z.string().nullable(),
  mainRecipient: z.string().nullable(),
  recipientCount: z.int(),
  isReturned: z.boolean(),
  /** This desk gave an initial on an earlier version than the present one. */
  changedSinceInitial: z.boolean(),
  /** When the letter came to this desk (its step opened, or it became ready to sign). */
  waitingSince: instant.nullable(),
  updatedAt: instant,
  version: z.int(),
});
export type LetterListItem = z.output<typeof LetterListItem>;

export const Letter = z.object({
  id: z.uuid(),
  type: LetterType,
  status: LetterStatusSchema,
  version: z.int(),
  contentVersion: z.int(),
  subject: z.string(),
  handlingGrade: HandlingGrade,
  securityClass: SecurityClass,
  classification: z.object({ code: z.string(), name: z.string() }).nullable(),
  body: z.unknown(),
  dueDate: day.nullable(),
  unitName: z.string(),
  drafter: z.object({ name: z.string(), title: z.string(), positionId: z.uuid() }),
  signatory: Desk.nullable(),
  onBehalfOf: Desk.nullable(),
  number: z.string().nullable(),
  letterDate: day.nullable(),
  signedAt: instant.nullable(),
  signatureLevel: z.string().nullable(),
  signedSha256: z.string().nullable(),
  pageCount: z.int().nullable(),
  sizeBytes: z.int().nullable(),
  verificationPath: z.string().nullable(),
  shortCode: z.string().nullable(),
  recipients: z.array(Recipient),
  annexes: z.array(Annex),
  circuit: z.array(CircuitStep),
  comments: z.array(Comment),
  isReturned: z.boolean(),
  returnReason: z.string().nullable(),
  /** What this desk may do now; drives the buttons. */
  actions: z.array(z.enum(LETTER_ACTIONS)),
  createdAt: instant,
  submittedAt: instant.nullable(),
  updatedAt: instant,
});
export type Letter = z.output<typeof Letter>;

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

export const LetterVersion = z.object({
  contentVersion: z.int(),
  reason: z.enum(['submitted', 'corrected', 'resubmitted', 'signed']),
  authorName: z.string(),
  authorTitle: z.string(),
  createdAt: instant,
  subject: z.string(),
  body: z.unknown(),
});
export type LetterVersion = z.output<typeof LetterVersion>;

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

/** A rendered page; an unchanged `digest` means the same picture. */
export const PreviewPage = z.object({
  digest: z.string(),
  mediaType: z.enum(['image/png', 'image/webp']),
  base64: z.string(),
  width: z.int(),
  height: z.int(),
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

export const JourneyEntry = z.object({
  at: instant,
  action: z.string(),
  /** Plain Indonesian, e.g. "Paraf Kepala Bidang". */
  title: z.string(),
  /** Name, desk, note or quoted reason. */
  detail: z.string(),
  /** Office minutes the letter lay on the acting desk before this entry, where that has a meaning. */
  officeMinutes: z.int().nullable(),
  elapsedMinutes: z.int().nullable(),
  isSeeded: z.boolean(),
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
