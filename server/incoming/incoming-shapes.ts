import { z } from 'zod';
import { givenDay } from '../contract.ts';
import { HandlingGrade, SecurityClass } from '../letters/contract.ts';
import { INCOMING_ACTIONS, INCOMING_STATUSES } from './states.ts';

const instant = z.iso.datetime();
const day = z.iso.date();

/** How the letter reached us. */
export const Channel = z.enum(['internal', 'counter', 'courier', 'post', 'email', 'srikandi']);
export type Channel = z.output<typeof Channel>;

/** What a clerk fills in. Empty `number`: the letter carries none. R and SR come as sealed envelopes: no scan, no summary. */
export const RegistrationContent = z.object({
  channel: Channel.exclude(['internal']),
  media: z.enum(['electronic', 'paper']),
  senderTitle: z.string().trim().max(200).default(''),
  senderUnit: z.string().trim().max(200).default(''),
  contactId: z.uuid().nullable().default(null),
  number: z.string().trim().max(120).default(''),
  letterDate: givenDay.nullable().default(null),
  subject: z.string().trim().min(3, 'Tulis hal surat').max(500),
  summary: z.string().trim().max(2000).default(''),
  attachmentNote: z.string().trim().max(200).default(''),
  handlingGrade: HandlingGrade,
  securityClass: SecurityClass,
  classificationCode: z.string().max(30).nullable().default(null),
  addressee: z.string().trim().max(300).default(''),
  dueDate: givenDay.nullable().default(null),
  physicalLocation: z.string().trim().max(200).default(''),
});
export type RegistrationContent = z.output<typeof RegistrationContent>;

/** One letter in an inbox or an agenda. The subject is masked as "Rahasia" where the reader may list but not read. */
export const IncomingListItem = z.object({
  id: z.uuid(),
  /** The letter of this agency that it carries; null when it came from outside. */
  letterId: z.uuid().nullable(),
  channel: Channel,
  subject: z.string(),
  number: z.string(),
  letterDate: day.nullable(),
  senderTitle: z.string(),
  senderUnit: z.string(),
  role: z.enum(['to', 'cc']),
  agendaNumber: z.int().nullable(),
  handlingGrade: HandlingGrade,
  securityClass: SecurityClass,
  status: z.enum(INCOMING_STATUSES),
  receivedAt: instant,
  readAt: instant.nullable(),
  /** When this desk had done its part: disposed, forwarded or finished. */
  settledAt: instant.nullable(),
  dueDate: day.nullable(),
});
export type IncomingListItem = z.output<typeof IncomingListItem>;

export const IncomingFile = z.object({
  ordinal: z.int(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
});

export const Incoming = IncomingListItem.extend({
  version: z.int(),
  /** This reader handles the letter by what stands in the agenda: `subject` is a mask, the summary is left out. */
  isContentHidden: z.boolean(),
  unitId: z.uuid(),
  unitName: z.string(),
  registerName: z.string().nullable(),
  agendaYear: z.int().nullable(),
  media: z.enum(['electronic', 'paper']),
  summary: z.string(),
  attachmentNote: z.string(),
  classification: z.object({ code: z.string(), name: z.string() }).nullable(),
  addressee: z.string(),
  physicalLocation: z.string(),
  addressees: z.array(
    z.object({
      positionId: z.uuid(),
      title: z.string(),
      role: z.enum(['to', 'cc']),
      readAt: instant.nullable(),
      directedBy: z.string().nullable(),
      note: z.string(),
    }),
  ),
  /** Pages that can be shown at /incoming/:incomingId/pages/:page. */
  pages: z.array(z.object({ page: z.int(), widthPx: z.int(), heightPx: z.int() })),
  files: z.array(IncomingFile),
  hasSearchableCopy: z.boolean(),
  /** Verdict over the signatures of a PDF that came in; null when it carried none. */
  verdict: z
    .object({
      verdict: z.enum(['valid', 'changed', 'invalid', 'unknown']),
      reason: z.string(),
      signers: z.array(z.string()),
    })
    .nullable(),
  annexCount: z.int(),
  sizeBytes: z.int(),
  signatoryName: z.string(),
  verificationPath: z.string().nullable(),
  trackingCode: z.string().nullable(),
  registeredBy: z.string().nullable(),
  cancelReason: z.string().nullable(),
  doneNote: z.string().nullable(),
  /** Letters of ours that answer it. */
  replies: z.array(
    z.object({ letterId: z.uuid(), number: z.string().nullable(), subject: z.string(), status: z.string() }),
  ),
  /** What this desk may do now; drives the buttons. */
  actions: z.array(z.enum(INCOMING_ACTIONS)),
});
export type Incoming = z.output<typeof Incoming>;

/** A registered letter that may be the same one. */
export const Duplicate = z.object({
  incomingId: z.uuid(),
  agendaNumber: z.int().nullable(),
  agendaYear: z.int().nullable(),
  receivedAt: instant,
  channel: Channel,
  sender: z.string(),
  subject: z.string(),
  number: z.string(),
  reason: z.enum(['same_number', 'same_file', 'near_same_text']),
  /** 0..1; 1 for the same number or file. */
  likeness: z.number(),
});
export type Duplicate = z.output<typeof Duplicate>;

export const Contact = z.object({
  id: z.uuid(),
  title: z.string(),
  organisation: z.string(),
  address: z.string(),
  email: z.string(),
  letterCount: z.int(),
});
export type Contact = z.output<typeof Contact>;

/** One row of an agenda book. */
export const AgendaRow = z.object({
  /** Incoming letter or outgoing letter; null for a void number whose letter is gone. */
  id: z.uuid().nullable(),
  number: z.int(),
  year: z.int(),
  at: instant,
  status: z.enum([...INCOMING_STATUSES, 'void', 'outgoing', 'dispatched', 'revoked']),
  /** Incoming: sender; outgoing: first recipient. */
  party: z.string(),
  letterNumber: z.string(),
  letterDate: day.nullable(),
  subject: z.string(),
  attachmentNote: z.string(),
  handlingGrade: HandlingGrade,
  securityClass: SecurityClass,
  channel: Channel.nullable(),
  /** Incoming: short titles it was directed to; outgoing: who signed. */
  desks: z.array(z.string()),
  directedAt: instant.nullable(),
  isLate: z.boolean(),
  voidReason: z.string().nullable(),
});
export type AgendaRow = z.output<typeof AgendaRow>;
