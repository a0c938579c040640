import { z } from 'zod';
import { endpoint, givenDay } from '../contract.ts';
import { CopyStatus, FileName } from './file-shapes.ts';

const tag = 'arsip';
const instant = z.iso.datetime();
const documentId = z.object({ documentId: z.uuid() });
const ARCHIVIST = 'archivist of the unit';
const READER = 'archivist of the unit for B and T, registry for B, named positions for R and SR';
const line = (max: number) => z.string().trim().max(max).default('');

export const DocumentKind = z.enum(['incoming_letter', 'outgoing_letter', 'other']);
export const Media = z.enum(['electronic', 'paper', 'mixed']);

/** What the form "Arsipkan dokumen" says. */
export const DocumentContent = z.object({
  kind: DocumentKind,
  title: z.string().trim().min(3, 'Isi judul dokumen').max(500),
  number: line(120),
  documentDate: givenDay,
  sender: line(300),
  recipient: line(300),
  summary: line(2000),
  classificationCode: z.string().trim().max(40).nullable(),
  securityClass: z.enum(['B', 'T', 'R', 'SR']),
  media: Media,
  copyStatus: CopyStatus,
  pageCount: z.int().min(0).max(100_000).default(0),
  /** Positions that may read it; needed for R and SR. */
  readerPositionIds: z.array(z.uuid()).max(50).default([]),
});
export type DocumentContent = z.output<typeof DocumentContent>;

export const ArchiveDocument = DocumentContent.extend({
  id: z.uuid(),
  version: z.int(),
  unitId: z.uuid(),
  unitName: z.string(),
  classificationName: z.string().nullable(),
  source: z.enum(['manual', 'load', 'import']),
  createdAt: instant,
  createdBy: z.string().nullable(),
  isDestroyed: z.boolean(),
  /** Whether its pages were read: their words are then found by the search. */
  reading: z.enum(['none', 'waiting', 'done', 'failed']),
  readFailure: z.string().nullable(),
  readers: z.array(z.object({ positionId: z.uuid(), title: z.string() })),
  recordId: z.uuid(),
  recordVersion: z.int(),
  filing: z.enum(['proposed', 'filed']),
  file: FileName.nullable(),
  files: z.array(z.object({ ordinal: z.int(), fileName: z.string(), mediaType: z.string(), sizeBytes: z.int() })),
  changes: z.array(
    z.object({
      version: z.int(),
      changedAt: instant,
      personName: z.string().nullable(),
      reason: z.string(),
      fields: z.array(z.string()),
    }),
  ),
  canCorrect: z.boolean(),
});
export type ArchiveDocument = z.output<typeof ArchiveDocument>;

export const addDocumentEndpoint = endpoint({
  method: 'post',
  path: '/archive-documents',
  tag,
  summary: 'Archive a document made elsewhere; its files are uploaded to it afterwards',
  access: 'desk',
  right: ARCHIVIST,
  body: z.object({
    content: DocumentContent,
    /** File (berkas) that it goes into at once; otherwise one is proposed. */
    fileId: z.uuid().optional(),
  }),
  status: 201,
  response: ArchiveDocument,
  errors: ['forbidden', 'not_found', 'wrong_state', 'stale_version', 'invalid_input', 'desk_read_only'],
});

export const getDocumentEndpoint = endpoint({
  method: 'get',
  path: '/archive-documents/:documentId',
  tag,
  summary: 'One document made elsewhere',
  access: 'desk',
  right: READER,
  params: documentId,
  response: ArchiveDocument,
  errors: ['not_found', 'forbidden'],
});

export const correctDocumentEndpoint = endpoint({
  method: 'put',
  path: '/archive-documents/:documentId',
  tag,
  summary: 'Correct the data of a document; what stood there is kept with the reason',
  access: 'desk',
  right: ARCHIVIST,
  params: documentId,
  body: z.object({
    version: z.int(),
    content: DocumentContent,
    reason: z.string().trim().min(3, 'Tulis alasan').max(500),
  }),
  response: ArchiveDocument,
  errors: ['not_found', 'forbidden', 'wrong_state', 'stale_version', 'invalid_input', 'desk_read_only'],
});

export const uploadDocumentFileEndpoint = endpoint({
  method: 'post',
  path: '/archive-documents/:documentId/files',
  tag,
  summary: 'Add a PDF or picture to a document as the raw request body; its text is read for the search',
  access: 'desk',
  right: ARCHIVIST,
  params: documentId,
  query: z.object({ fileName: z.string().trim().min(1).max(200) }),
  uploadLimitBytes: 25 * 1024 * 1024,
  status: 201,
  response: ArchiveDocument,
  errors: [
    'not_found',
    'forbidden',
    'wrong_state',
    'desk_read_only',
    'annex_not_document',
    'annex_encrypted',
    'annex_damaged',
    'annex_too_large',
    'annex_too_many_pages',
    'payload_too_large',
  ],
});

export const getDocumentFileEndpoint = endpoint({
  method: 'get',
  path: '/archive-documents/:documentId/files/:ordinal',
  tag,
  summary: 'A file of a document, byte for byte',
  access: 'desk',
  right: READER,
  params: documentId.extend({ ordinal: z.coerce.number().int().min(1).max(1000) }),
  query: z.object({ download: z.enum(['0', '1']).default('0') }),
  response: z.unknown(),
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});
