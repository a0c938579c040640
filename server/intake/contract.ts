import { z } from 'zod';
import { endpoint } from '../contract.ts';

const instant = z.iso.datetime();
const intakeId = z.object({ intakeId: z.uuid() });

/** A place on a page, in fractions 0..1 of its width and height. */
export const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Box = z.output<typeof Box>;

/** One fact read from the pages, with where it stands and how sure the reading is (0..1). */
export const Proposal = z.object({
  value: z.string(),
  confidence: z.number(),
  /** 1-based page of the intake. */
  page: z.int(),
  box: Box,
  /** Other readings of unclear digits, whole values. */
  alternatives: z.array(z.string()),
});
export type Proposal = z.output<typeof Proposal>;

/** What the pages say; absent where nothing was found. `letterDate` is YYYY-MM-DD, `handlingGrade` one of ours. */
export const Proposals = z.object({
  number: Proposal.optional(),
  letterDate: Proposal.optional(),
  senderTitle: Proposal.optional(),
  senderUnit: Proposal.optional(),
  subject: Proposal.optional(),
  summary: Proposal.optional(),
  handlingGrade: Proposal.optional(),
  securityClass: Proposal.optional(),
  attachmentNote: Proposal.optional(),
  addressee: Proposal.optional(),
});
export type Proposals = z.output<typeof Proposals>;

/** Verdict over the signatures of a PDF, taken when it came in. */
export const IntakeVerdict = z.object({
  verdict: z.enum(['valid', 'changed', 'invalid', 'unknown']),
  reason: z.string(),
  fileOrdinal: z.int(),
  signatures: z.array(
    z.object({ signer: z.string(), issuer: z.string(), signedAt: instant.nullable(), isTrusted: z.boolean() }),
  ),
});
export type IntakeVerdict = z.output<typeof IntakeVerdict>;

export const IntakeSource = z.enum(['upload', 'camera', 'email']);

export const IntakeListItem = z.object({
  id: z.uuid(),
  source: IntakeSource,
  state: z.enum(['reading', 'ready', 'registered', 'discarded']),
  title: z.string(),
  mailFrom: z.string().nullable(),
  receivedAt: instant,
  fileCount: z.int(),
  pageCount: z.int(),
  sizeBytes: z.int(),
  /** Best guess at who sent it and what about, for the list. */
  sender: z.string(),
  subject: z.string(),
  /** Sentence for the clerk when the file could not be read; it can be registered by hand all the same. */
  readFailure: z.string().nullable(),
  problems: z.array(z.string()),
  hasDraft: z.boolean(),
});
export type IntakeListItem = z.output<typeof IntakeListItem>;

export const IntakePage = z.object({
  page: z.int(),
  fileOrdinal: z.int(),
  pageNumber: z.int(),
  widthPx: z.int(),
  heightPx: z.int(),
  textSource: z.enum(['text_layer', 'ocr', 'none']),
});
export type IntakePage = z.output<typeof IntakePage>;

export const IntakeFile = z.object({
  ordinal: z.int(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  /** False for files that are kept but cannot be shown, e.g. a spreadsheet. */
  isReadable: z.boolean(),
});

export const Intake = IntakeListItem.extend({
  version: z.int(),
  unitId: z.uuid(),
  unitName: z.string(),
  mailSubject: z.string().nullable(),
  mailText: z.string().nullable(),
  files: z.array(IntakeFile),
  pages: z.array(IntakePage),
  readEngine: z.string().nullable(),
  proposals: Proposals,
  verdict: IntakeVerdict.nullable(),
  /** What a clerk typed so far, as the form keeps it. */
  draft: z.record(z.string(), z.unknown()).nullable(),
  draftSavedAt: instant.nullable(),
  incomingId: z.uuid().nullable(),
});
export type Intake = z.output<typeof Intake>;

const UPLOAD_LIMIT = 50 * 1024 * 1024;

export const uploadIntakeEndpoint = endpoint({
  method: 'post',
  path: '/intake',
  tag: 'antrean pindai',
  summary:
    'Upload a scan or photo (PDF, JPEG, PNG, TIFF) as the raw request body, as a new item or as a further file of one',
  access: 'desk',
  right: 'intake.receive: registry or receiver of the unit',
  query: z.object({
    fileName: z.string().trim().min(1).max(200),
    source: z.enum(['upload', 'camera']).default('upload'),
    /** Adds the file to this item instead of making a new one. */
    intakeId: z.uuid().optional(),
  }),
  uploadLimitBytes: UPLOAD_LIMIT,
  response: IntakeListItem,
  status: 201,
  errors: [
    'forbidden',
    'not_found',
    'wrong_state',
    'scan_not_document',
    'payload_too_large',
    'desk_read_only',
    'unavailable',
  ],
});

export const listIntakeEndpoint = endpoint({
  method: 'get',
  path: '/intake',
  tag: 'antrean pindai',
  summary: 'What waits to be registered in the units of this desk, oldest first',
  access: 'desk',
  right: 'intake.receive: registry, receiver or controller of the unit',
  query: z.object({
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: z.object({
    items: z.array(IntakeListItem),
    next: z.string().nullable(),
    total: z.int(),
    /** Mail boxes of the units that could not be asked, with what an operator should do. */
    mailProblems: z.array(z.object({ address: z.string(), problem: z.string(), since: instant })),
    /** Which reader of scans runs here. */
    engine: z.string(),
  }),
  errors: ['forbidden', 'invalid_input'],
});

export const getIntakeEndpoint = endpoint({
  method: 'get',
  path: '/intake/:intakeId',
  tag: 'antrean pindai',
  summary: 'One item with pages, proposals, verdict and the unfinished form',
  access: 'desk',
  right: 'intake.receive: registry, receiver or controller of the unit',
  params: intakeId,
  response: Intake,
  errors: ['not_found'],
});

export const getIntakePageEndpoint = endpoint({
  method: 'get',
  path: '/intake/:intakeId/pages/:page',
  tag: 'antrean pindai',
  summary: 'One page of an item as WebP',
  access: 'desk',
  right: 'intake.receive: registry, receiver or controller of the unit',
  params: intakeId.extend({ page: z.coerce.number().int().min(1).max(1000) }),
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found'],
});

export const getIntakeFileEndpoint = endpoint({
  method: 'get',
  path: '/intake/:intakeId/files/:ordinal',
  tag: 'antrean pindai',
  summary: 'Download a file of an item as it came',
  access: 'desk',
  right: 'intake.receive: registry, receiver or controller of the unit',
  params: intakeId.extend({ ordinal: z.coerce.number().int().min(1).max(1000) }),
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found'],
});

export const saveIntakeDraftEndpoint = endpoint({
  method: 'put',
  path: '/intake/:intakeId/draft',
  tag: 'antrean pindai',
  summary: 'Keep the unfinished registration form of an item',
  access: 'desk',
  right: 'intake.register: registry or controller of the unit',
  params: intakeId,
  body: z.object({ draft: z.record(z.string().max(60), z.unknown()) }),
  response: z.object({ savedAt: instant }),
  errors: ['not_found', 'forbidden', 'wrong_state', 'invalid_input', 'desk_read_only'],
});

export const readIntakeAgainEndpoint = endpoint({
  method: 'post',
  path: '/intake/:intakeId/read-again',
  tag: 'antrean pindai',
  summary: 'Read the pages of an item once more',
  access: 'desk',
  right: 'intake.receive: registry, receiver or controller of the unit',
  params: intakeId,
  response: IntakeListItem,
  errors: ['not_found', 'wrong_state', 'desk_read_only'],
});

export const discardIntakeEndpoint = endpoint({
  method: 'post',
  path: '/intake/:intakeId/discard',
  tag: 'antrean pindai',
  summary: 'Take an item off the queue with a reason; its files stay kept',
  access: 'desk',
  right: 'intake.register: registry or controller of the unit',
  params: intakeId,
  body: z.object({ reason: z.string().trim().min(3, 'Tulis alasan').max(500) }),
  response: IntakeListItem,
  errors: ['not_found', 'forbidden', 'wrong_state', 'desk_read_only'],
});
