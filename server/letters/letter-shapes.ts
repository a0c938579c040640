import { z } from 'zod';
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
  /** Set when only metadata and hashes are left. */
  destroyed: z.object({ at: instant, minutesNumber: z.string().nullable(), minutesDate: day.nullable() }).nullable(),
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

/** A rendered page; an unchanged `digest` means the same picture. */
export const PreviewPage = z.object({
  digest: z.string(),
  mediaType: z.enum(['image/png', 'image/webp']),
  base64: z.string(),
  width: z.int(),
  height: z.int(),
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
