import { z } from 'zod';
import { endpoint, givenDay } from '../contract.ts';
import { Channel } from '../incoming/incoming-shapes.ts';
import { INCOMING_STATUSES } from '../incoming/states.ts';
import { HandlingGrade, SecurityClass } from '../letters/contract.ts';

const instant = z.iso.datetime();
const day = z.iso.date();

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

const book = z.object({ book: z.enum(['incoming', 'outgoing']) });

/** Lists travel as comma-separated text in the query. */
const listOf = <T extends z.ZodType<unknown, string>>(item: T, most = 20) =>
  z
    .string()
    .max(most * 40)
    .transform((text): string[] => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(item).max(most));

/** Rows of a book that can be chosen one by one for an export; their ids travel in the address. */
export const MOST_CHOSEN_ROWS = 100;

const filters = z.object({
  /** Unit of the book; the desk's own registry when absent. */
  unitId: z.uuid().optional(),
  year: z.coerce.number().int().min(2000).max(2200).optional(),
  from: givenDay.optional(),
  to: givenDay.optional(),
  q: z.string().trim().max(200).default(''),
  grades: listOf(HandlingGrade).optional(),
  channels: listOf(Channel).optional(),
  /** `void`: numbers without letter, in either book; `late`: an open disposition is past its deadline. */
  statuses: listOf(z.enum([...AgendaRow.shape.status.options, 'late'])).optional(),
  /** Desk it was directed to; in the outgoing book a desk it is addressed to. */
  positionId: z.uuid().optional(),
});

export const listAgendaEndpoint = endpoint({
  method: 'get',
  path: '/agenda/:book',
  tag: 'buku agenda',
  summary: 'Agenda book of a unit, newest number first, void numbers included',
  access: 'desk',
  right: 'agenda.read: registry roles and archivist of the unit, auditor',
  params: book,
  query: filters.extend({
    after: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({
    rows: z.array(AgendaRow),
    next: z.string().nullable(),
    /** Matches, counted up to 10,000. */
    total: z.int(),
    registerName: z.string(),
    unitName: z.string(),
    year: z.int(),
    /** Numbers given and void in the year of the book. */
    given: z.int(),
    void: z.int(),
    /** Books this desk may open. */
    units: z.array(z.object({ unitId: z.uuid(), name: z.string() })),
  }),
  errors: ['forbidden', 'invalid_input', 'register_missing'],
});

export const exportAgendaEndpoint = endpoint({
  method: 'get',
  path: '/agenda/:book/export',
  tag: 'buku agenda',
  summary: 'The filtered book as PDF, XLSX or CSV; recorded as an event',
  access: 'desk',
  right: 'agenda.read: registry roles and archivist of the unit, auditor',
  params: book,
  query: filters.extend({
    format: z.enum(['pdf', 'xlsx', 'csv']),
    /** Only these letters of the book. */
    ids: listOf(z.uuid(), MOST_CHOSEN_ROWS).optional(),
  }),
  response: z.unknown(),
  reply: 'file',
  errors: ['forbidden', 'invalid_input', 'register_missing', 'too_many_rows'],
});
