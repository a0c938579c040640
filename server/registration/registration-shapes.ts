import { z } from 'zod';
import { givenDay } from '../contract.ts';
import { Channel } from '../incoming/incoming-shapes.ts';
import { HandlingGrade, SecurityClass } from '../letters/contract.ts';

const instant = z.iso.datetime();

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
