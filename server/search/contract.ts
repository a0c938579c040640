import { z } from 'zod';
import { endpoint } from '../contract.ts';
import { HandlingGrade, LetterType, SecurityClass } from '../letters/contract.ts';

const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }));

export const SearchHit = z.object({
  letterId: z.uuid(),
  type: LetterType,
  number: z.string(),
  letterDate: z.iso.date(),
  /** Masked for R and SR unless this desk is named on the letter. */
  subject: z.string(),
  senderTitle: z.string(),
  unitName: z.string(),
  recipient: z.string(),
  handlingGrade: HandlingGrade,
  securityClass: SecurityClass,
  classificationCode: z.string(),
  classificationName: z.string(),
  fileTitle: z.string().nullable(),
  filing: z.enum(['proposed', 'filed']).nullable(),
  retention: z.string().nullable(),
  /** Text around the hits, split so that the client marks words without HTML. */
  snippet: z.array(z.object({ text: z.string(), isHit: z.boolean() })),
});
export type SearchHit = z.output<typeof SearchHit>;

export const searchEndpoint = endpoint({
  method: 'get',
  path: '/search',
  tag: 'arsip',
  summary: 'Search letters this desk may read',
  access: 'desk',
  right: 'letter.read, asked inside the query',
  query: z.object({
    q: z.string().trim().max(200).default(''),
    year: z.coerce.number().int().min(1990).max(2200).optional(),
    classification: z.string().max(30).optional(),
    unit: z.uuid().optional(),
    type: LetterType.optional(),
    grade: HandlingGrade.optional(),
    security: SecurityClass.optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    sort: z.enum(['date', 'rank']).default('date'),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  response: z.object({
    hits: z.array(SearchHit),
    next: z.string().nullable(),
    /** Capped: `isCapped` means "at least this many". */
    total: z.object({ count: z.int(), isCapped: z.boolean() }),
    facets: z.object({ year: facet, classification: facet, unit: facet, type: facet, grade: facet, security: facet }),
    tookMs: z.int(),
  }),
  errors: ['invalid_input', 'unavailable'],
});
