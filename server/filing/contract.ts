import { z } from 'zod';
import { endpoint, givenDay } from '../contract.ts';
import { FileDetail, FileName, FileStatus, FilingReason, RecordFile, RecordItem } from './file-shapes.ts';

export * from './box-contract.ts';
export * from './document-contract.ts';
export * from './file-shapes.ts';
export * from './hold-contract.ts';
export * from './loan-contract.ts';
export * from './queue-contract.ts';

const tag = 'arsip';
const READER = 'archivist of the unit, or own OPD for class B';
const ARCHIVIST = 'archivist of the unit';
const fileId = z.object({ fileId: z.uuid() });
const page = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};
const title = z.string().trim().min(3, 'Isi judul berkas').max(200);
const reason = z.string().trim().min(5, 'Tulis alasan').max(500);
const code = z.string().trim().max(40);

export const listRecordFilesEndpoint = endpoint({
  method: 'get',
  path: '/record-files',
  tag,
  summary: 'Files (berkas) of the units this desk may see, newest number first',
  access: 'desk',
  right: READER,
  query: z.object({
    q: z.string().trim().max(100).default(''),
    /** This classification and everything below it. */
    code: code.optional(),
    /** Only the classification itself. */
    exactCode: code.optional(),
    status: FileStatus.optional(),
    ...page,
  }),
  response: z.object({ files: z.array(RecordFile), next: z.string().nullable() }),
  errors: ['invalid_input'],
});

export const getFileTreeEndpoint = endpoint({
  method: 'get',
  path: '/record-files/tree',
  tag,
  summary: 'Classifications that have files in the units of this desk, with the number of files below each',
  access: 'desk',
  right: READER,
  response: z.object({
    unitName: z.string(),
    isArchivist: z.boolean(),
    activeCount: z.int(),
    unfiledCount: z.int(),
    nodes: z.array(
      z.object({
        code: z.string(),
        parentCode: z.string().nullable(),
        name: z.string(),
        /** Of this code and all below it. */
        fileCount: z.int(),
        /** Of this code alone. */
        ownCount: z.int(),
      }),
    ),
  }),
  errors: [],
});

export const getRecordFileEndpoint = endpoint({
  method: 'get',
  path: '/record-files/:fileId',
  tag,
  summary: 'One file with its retention, place, holds and loan',
  access: 'desk',
  right: READER,
  params: fileId,
  response: FileDetail,
  errors: ['not_found'],
});

export const listFileItemsEndpoint = endpoint({
  method: 'get',
  path: '/record-files/:fileId/items',
  tag,
  summary: 'Filed items of a file in their order; R and SR as masked rows',
  access: 'desk',
  right: READER,
  params: fileId,
  query: z.object({
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  response: z.object({ items: z.array(RecordItem), next: z.string().nullable() }),
  errors: ['not_found'],
});

export const StoryEntry = z.object({
  at: z.iso.datetime(),
  kind: z.enum(['item', 'disposition', 'report', 'file', 'loan', 'hold']),
  /** Place of the item it is about. */
  ordinal: z.int().nullable(),
  title: z.string(),
  text: z.string(),
  who: z.string().nullable(),
  path: z.string().nullable(),
});
export type StoryEntry = z.output<typeof StoryEntry>;

export const getFileStoryEndpoint = endpoint({
  method: 'get',
  path: '/record-files/:fileId/story',
  tag,
  summary: 'What happened in a file as one readable page, oldest first',
  access: 'desk',
  right: READER,
  params: fileId,
  response: z.object({ file: FileDetail, summary: z.string(), entries: z.array(StoryEntry), isCut: z.boolean() }),
  errors: ['not_found'],
});

export const createRecordFileEndpoint = endpoint({
  method: 'post',
  path: '/record-files',
  tag,
  summary: 'Open a file, empty or with one item; it takes the next number of the unit and year',
  access: 'desk',
  right: ARCHIVIST,
  body: z.object({
    title,
    classificationCode: code,
    description: z.string().trim().max(2000).default(''),
    /** Year in its number; the current one when left out. */
    year: z.int().min(1945).max(2199).optional(),
    /** Item that becomes its first. */
    record: z.object({ id: z.uuid(), version: z.int() }).optional(),
  }),
  status: 201,
  response: FileDetail,
  errors: ['forbidden', 'not_found', 'wrong_state', 'stale_version', 'invalid_input', 'desk_read_only'],
});

export const editRecordFileEndpoint = endpoint({
  method: 'put',
  path: '/record-files/:fileId',
  tag,
  summary: 'Change title, description, folder or box',
  access: 'desk',
  right: ARCHIVIST,
  params: fileId,
  body: z.object({
    version: z.int(),
    title,
    description: z.string().trim().max(2000),
    boxId: z.uuid().nullable(),
    folder: z.string().trim().max(60),
  }),
  response: FileDetail,
  errors: ['forbidden', 'not_found', 'wrong_state', 'stale_version', 'invalid_input', 'desk_read_only'],
});

const FILE_COMMAND = ['forbidden', 'not_found', 'wrong_state', 'stale_version', 'desk_read_only'] as const;

export const closeRecordFileEndpoint = endpoint({
  method: 'post',
  path: '/record-files/:fileId/close',
  tag,
  summary: 'Close a file: its retention rule is frozen and its years begin to count',
  access: 'desk',
  right: ARCHIVIST,
  params: fileId,
  body: z.object({
    version: z.int(),
    closedOn: givenDay,
    /** When the event that the rule waits for has happened already. */
    triggerOn: givenDay.optional(),
  }),
  response: FileDetail,
  errors: [...FILE_COMMAND, 'invalid_input'],
});

export const reopenRecordFileEndpoint = endpoint({
  method: 'post',
  path: '/record-files/:fileId/reopen',
  tag,
  summary: 'Open a closed file again while it is still active',
  access: 'desk',
  right: ARCHIVIST,
  params: fileId,
  body: z.object({ version: z.int(), reason }),
  response: FileDetail,
  errors: FILE_COMMAND,
});

export const setTriggerDateEndpoint = endpoint({
  method: 'post',
  path: '/record-files/:fileId/trigger-date',
  tag,
  summary: 'Say when the event happened from which the years of the rule count',
  access: 'desk',
  right: ARCHIVIST,
  params: fileId,
  body: z.object({ version: z.int(), triggerOn: givenDay }),
  response: FileDetail,
  errors: [...FILE_COMMAND, 'invalid_input'],
});

export const mergeRecordFileEndpoint = endpoint({
  method: 'post',
  path: '/record-files/:fileId/merge',
  tag,
  summary: 'Move all items into another open file of the unit; this one stays findable as merged',
  access: 'desk',
  right: ARCHIVIST,
  params: fileId,
  body: z.object({ version: z.int(), intoFileId: z.uuid(), reason }),
  response: FileDetail,
  errors: [...FILE_COMMAND, 'invalid_input'],
});

export const moveRecordEndpoint = endpoint({
  method: 'post',
  path: '/records/:recordId/move',
  tag,
  summary: 'File an item in a file that the archivist chose, or move it there from another',
  access: 'desk',
  right: ARCHIVIST,
  params: z.object({ recordId: z.uuid() }),
  body: z.object({ version: z.int(), fileId: z.uuid(), reason: z.string().trim().max(500).default('') }),
  response: z.object({ item: RecordItem, file: FileName }),
  errors: ['not_found', 'wrong_state', 'stale_version', 'desk_read_only', 'invalid_input'],
});

export const listCandidatesEndpoint = endpoint({
  method: 'get',
  path: '/records/:recordId/candidates',
  tag,
  summary: 'Files that an item may belong to, best first, and open files that match words',
  access: 'desk',
  right: ARCHIVIST,
  params: z.object({ recordId: z.uuid() }),
  query: z.object({ q: z.string().trim().max(100).default('') }),
  response: z.object({
    candidates: z.array(
      z.object({ file: FileName, classificationCode: z.string(), reason: FilingReason, reasonText: z.string() }),
    ),
  }),
  errors: ['not_found', 'forbidden'],
});
