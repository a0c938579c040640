import { z } from 'zod';
import { endpoint, givenDay } from '../contract.ts';

const file = z.unknown();

export const exportLetterEndpoint = endpoint({
  method: 'get',
  path: '/letters/:letterId/export.zip',
  tag: 'pertukaran',
  summary: 'One letter with everything: PDF, signatures, annexes, versions, journey, audit proof and a manifest',
  access: 'desk',
  right: 'letter.read',
  params: z.object({ letterId: z.uuid() }),
  response: file,
  reply: 'file',
  errors: ['content_destroyed', 'not_found', 'forbidden'],
});

export const exportIncomingEndpoint = endpoint({
  method: 'get',
  path: '/incoming/:incomingId/export.zip',
  tag: 'pertukaran',
  summary: 'One incoming letter with its files, dispositions, journey, audit proof and a manifest',
  access: 'desk',
  right: 'letter.read',
  params: z.object({ incomingId: z.uuid() }),
  response: file,
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});

export const exportDocumentEndpoint = endpoint({
  method: 'get',
  path: '/documents/:documentId/export.zip',
  tag: 'pertukaran',
  summary: 'One document made elsewhere with its files, description and a manifest',
  access: 'desk',
  right: 'a grant on the document, as for letters',
  params: z.object({ documentId: z.uuid() }),
  response: file,
  reply: 'file',
  errors: ['not_found', 'forbidden'],
});

export const ExportJob = z.object({
  id: z.uuid(),
  kind: z.enum(['bag', 'own_letters']),
  title: z.string(),
  status: z.enum(['waiting', 'running', 'ready', 'failed', 'expired']),
  doneCount: z.int(),
  totalCount: z.int(),
  /** Secret records that the desk may not read: named in the package, without content. */
  withheldCount: z.int(),
  failure: z.string().nullable(),
  fileName: z.string().nullable(),
  sizeBytes: z.int().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
});
export type ExportJob = z.output<typeof ExportJob>;

export const MOST_BAG_FILES = 500;

export const exportFilesEndpoint = endpoint({
  method: 'post',
  path: '/exports',
  tag: 'pertukaran',
  summary: 'Have files (berkas) packed as a bag with METS and PREMIS; a job, fetched when it is ready',
  access: 'desk',
  right: 'archivist of the unit of each file',
  body: z.object({
    fileIds: z.array(z.uuid()).min(1, 'Pilih berkas').max(MOST_BAG_FILES),
    title: z.string().trim().min(3).max(200).optional(),
  }),
  response: ExportJob,
  status: 201,
  errors: ['forbidden', 'not_found'],
});

export const exportOwnLettersEndpoint = endpoint({
  method: 'post',
  path: '/exports/own-letters',
  tag: 'pertukaran',
  summary: 'Have all letters of the person packed as one ZIP with an index; a job, fetched when it is ready',
  access: 'desk',
  right: 'drafted or signed by the person, or read by its desk as class B',
  response: ExportJob,
  status: 201,
  errors: [],
});

export const listExportsEndpoint = endpoint({
  method: 'get',
  path: '/exports',
  tag: 'pertukaran',
  summary: 'Packages that the person has asked for, newest first, with their progress',
  access: 'desk',
  right: 'own packages',
  response: z.object({ exports: z.array(ExportJob) }),
  errors: [],
});

export const getExportFileEndpoint = endpoint({
  method: 'get',
  path: '/exports/:exportId/file',
  tag: 'pertukaran',
  summary: 'A finished package, streamed; every download is an event',
  access: 'desk',
  right: 'the person who asked for it',
  params: z.object({ exportId: z.uuid() }),
  response: file,
  reply: 'file',
  errors: ['not_found', 'wrong_state'],
});

export const LoadJob = z.object({
  id: z.uuid(),
  kind: z.enum(['table', 'package']),
  label: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  source: z.enum(['upload', 'server']),
  status: z.enum(['waiting', 'running', 'done', 'failed']),
  totalCount: z.int(),
  loadedCount: z.int(),
  /** Were here already under the same key. */
  knownCount: z.int(),
  refusedCount: z.int(),
  /** The first refused rows; all of them are in the table of refused rows. */
  refusals: z.array(z.object({ line: z.int(), reason: z.string() })),
  /** Why nothing was taken in. */
  failure: z.string().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type LoadJob = z.output<typeof LoadJob>;

const LOAD_LIMIT_BYTES = 200 * 1024 * 1024;

export const uploadLoadEndpoint = endpoint({
  method: 'post',
  path: '/loads',
  tag: 'pertukaran',
  summary: 'Take in a table of old letters (CSV, or ZIP of CSV and files) or a package of another Lontar; a job',
  access: 'desk',
  right: 'admin role',
  query: z.object({
    kind: z.enum(['table', 'package']),
    unitId: z.uuid(),
    fileName: z.string().trim().min(1).max(200),
    /** Packages of another agency are taken in only when this is said. */
    acceptsForeign: z.enum(['true', 'false']).default('false'),
  }),
  uploadLimitBytes: LOAD_LIMIT_BYTES,
  response: LoadJob,
  status: 201,
  errors: ['forbidden', 'not_found', 'payload_too_large', 'unavailable', 'invalid_input'],
});

export const listLoadsEndpoint = endpoint({
  method: 'get',
  path: '/loads',
  tag: 'pertukaran',
  summary: 'What has been taken in from outside, newest first, with progress, and the units that may receive it',
  access: 'desk',
  right: 'admin role',
  response: z.object({
    loads: z.array(LoadJob),
    units: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
  errors: ['forbidden'],
});

export const getRefusedRowsEndpoint = endpoint({
  method: 'get',
  path: '/loads/:loadId/refused.csv',
  tag: 'pertukaran',
  summary: 'Rows that were refused, each with its line and the reason, ready to be mended and loaded again',
  access: 'desk',
  right: 'admin role',
  params: z.object({ loadId: z.uuid() }),
  response: file,
  reply: 'file',
  errors: ['forbidden', 'not_found'],
});

export const exportRecordListEndpoint = endpoint({
  method: 'get',
  path: '/record-lists/:list/export',
  tag: 'pertukaran',
  summary: 'Official lists: active records, inactive records, files (berkas), items of files; PDF, spreadsheet or CSV',
  access: 'desk',
  right: 'archivist of the unit',
  params: z.object({ list: z.enum(['active', 'inactive', 'files', 'items']) }),
  query: z.object({
    format: z.enum(['pdf', 'xlsx', 'csv']),
    /** The first unit of the archivist unless given. */
    unitId: z.uuid().optional(),
    year: z.coerce.number().int().min(1800).max(2200).optional(),
  }),
  response: file,
  reply: 'file',
  errors: ['forbidden', 'too_many_rows'],
});

export const exportSrikandiEndpoint = endpoint({
  method: 'get',
  path: '/srikandi/:book/export',
  tag: 'pertukaran',
  summary: 'Letters of a unit as CSV with the columns of SRIKANDI; the same columns can be taken in as a table',
  access: 'desk',
  right: 'archivist of the unit',
  params: z.object({ book: z.enum(['incoming', 'outgoing']) }),
  query: z.object({ unitId: z.uuid().optional(), from: givenDay, to: givenDay }),
  response: file,
  reply: 'file',
  errors: ['forbidden'],
});
