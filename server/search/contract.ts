import { z } from 'zod';
import { endpoint } from '../contract.ts';
import { HandlingGrade, SecurityClass } from '../letters/contract.ts';

export const EntryKind = z.enum(['letter', 'incoming', 'disposition', 'report', 'document']);
export type EntryKind = z.output<typeof EntryKind>;
export const EntryType = z.enum(['surat_dinas', 'nota_dinas', 'surat_masuk', 'disposisi', 'laporan', 'dokumen']);
/** `due`: its file may be destroyed. */
export const Retention = z.enum(['active', 'inactive', 'permanent', 'due', 'handed_over', 'destroyed']);

const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.int() }));
const facets = z.object({
  year: facet,
  classification: facet,
  unit: facet,
  type: facet,
  grade: facet,
  retention: facet,
  security: facet,
});
const total = z.object({ count: z.int(), isCapped: z.boolean() });
/** Text split at the hits, so that the client marks words without HTML. */
const parts = z.array(z.object({ text: z.string(), isHit: z.boolean() }));

export const SearchHit = z.object({
  kind: EntryKind,
  id: z.uuid(),
  type: EntryType,
  /** Screen that opens it for this desk. */
  path: z.string(),
  number: z.string(),
  date: z.iso.date(),
  title: z.string(),
  titleParts: parts,
  senderTitle: z.string(),
  unitName: z.string(),
  recipient: z.string(),
  handlingGrade: HandlingGrade,
  securityClass: SecurityClass,
  classificationCode: z.string(),
  classificationName: z.string(),
  /** File (berkas) of the own organisation. */
  fileId: z.uuid().nullable(),
  fileNumber: z.string().nullable(),
  fileTitle: z.string().nullable(),
  filing: z.enum(['proposed', 'filed']).nullable(),
  retention: z.string().nullable(),
  finalAction: z.string().nullable(),
  pageCount: z.int(),
  sizeBytes: z.int(),
  isSigned: z.boolean(),
  snippet: parts,
});
export type SearchHit = z.output<typeof SearchHit>;

/** Values of a filter, separated by commas. */
const several = <T extends z.ZodType<string, string>>(value: T) =>
  z
    .string()
    .max(2000)
    .default('')
    .transform((text): string[] => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(value).max(40));

/** What is asked of the archive; the same for a search, its export and a saved search. */
export const SearchWanted = z.object({
  q: z.string().trim().max(200).default(''),
  year: several(z.string().regex(/^(?:19|20|21)\d\d$/u)),
  classification: several(z.string().max(30)),
  unit: several(z.uuid()),
  type: several(EntryType),
  grade: several(HandlingGrade),
  security: several(SecurityClass),
  retention: several(Retention),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  fileId: z.uuid().optional(),
});
export type SearchWanted = z.output<typeof SearchWanted>;

export const searchEndpoint = endpoint({
  method: 'get',
  path: '/search',
  tag: 'arsip',
  summary: 'Search what this desk may read: letters, incoming letters, dispositions, reports and documents',
  access: 'desk',
  right: 'letter.read, asked inside the query',
  query: SearchWanted.extend({
    sort: z.enum(['date', 'oldest', 'rank']).default('date'),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
    /** Counts beside the filters cost as much as the page: further pages do without. */
    facets: z.enum(['yes', 'no']).default('yes'),
  }),
  response: z.object({
    hits: z.array(SearchHit),
    next: z.string().nullable(),
    /** Capped: `isCapped` means "more than this many". Null without facets, or when counting took too long. */
    total: total.nullable(),
    facets: facets.nullable(),
    tookMs: z.int(),
  }),
  errors: ['invalid_input', 'unavailable'],
});

export const suggestEndpoint = endpoint({
  method: 'get',
  path: '/search/suggestions',
  tag: 'arsip',
  summary: 'Numbers, senders, subjects and files (berkas) that hold what is being typed',
  access: 'desk',
  right: 'letter.read, asked inside the query',
  query: z.object({ q: z.string().trim().max(100).default('') }),
  response: z.object({
    items: z.array(
      z.object({
        kind: z.enum(['number', 'sender', 'subject', 'file']),
        text: z.string(),
        /** Opens the one thing it stands for; null where it only completes the words. */
        path: z.string().nullable(),
      }),
    ),
  }),
  errors: ['unavailable'],
});

export const similarEndpoint = endpoint({
  method: 'get',
  path: '/search/similar/:entryId',
  tag: 'arsip',
  summary: 'Entries like this one, among those this desk may read',
  access: 'desk',
  right: 'letter.read for the entry and for each answer',
  params: z.object({ entryId: z.uuid() }),
  query: z.object({ limit: z.coerce.number().int().min(1).max(20).default(5) }),
  response: z.object({ hits: z.array(SearchHit) }),
  errors: ['not_found', 'unavailable'],
});

export const exportSearchEndpoint = endpoint({
  method: 'get',
  path: '/search/export',
  tag: 'arsip',
  summary: 'The hits of a search as CSV or Excel, newest first; R and SR without subject; recorded',
  access: 'desk',
  right: 'letter.read, asked inside the query',
  query: SearchWanted.extend({ format: z.enum(['csv', 'xlsx']) }),
  response: z.unknown(),
  reply: 'file',
  errors: ['unavailable'],
});
