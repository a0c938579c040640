import { z } from 'zod';
import { endpoint, givenDay } from '../contract.ts';
import { HandlingGrade } from '../letters/contract.ts';
import { AgendaRow, Channel } from './incoming-shapes.ts';

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
