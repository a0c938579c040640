import { z } from 'zod';
import { endpoint, givenDay } from '../contract.ts';
import {
  CodeFacts,
  EditionKind,
  EditionStatus,
  ImportSlot,
  RefusedRow,
  REPORT_GROUPS,
  RetentionRule,
} from './retention-shapes.ts';

export { CodeFacts, ImportSlot, RefusedRow, RetentionRule };

const tag = 'klasifikasi dan JRA';
const READERS = 'admin, archivist or auditor';
const CHANGERS = 'admin of the agency';
const Code = z.string().trim().min(1).max(60);
const MEBIBYTE = 1024 * 1024;

export const ClassificationNode = z.object({
  code: z.string(),
  name: z.string(),
  parentCode: z.string().nullable(),
  childCount: z.int(),
  hasRule: z.boolean(),
  retiredOn: z.iso.date().nullable(),
});
export type ClassificationNode = z.output<typeof ClassificationNode>;

export const listClassificationCodesEndpoint = endpoint({
  method: 'get',
  path: '/classification-codes',
  tag,
  summary: 'Codes below a code, or those that words or a code find, in the order of the scheme',
  access: 'desk',
  right: READERS,
  query: z.object({ parentCode: Code.optional(), q: z.string().trim().max(100).default('') }),
  response: z.object({ codes: z.array(ClassificationNode), hasMore: z.boolean() }),
  errors: ['forbidden'],
});

/** A rule with the code it was written for: the code itself or the nearest above. */
export const InheritedRule = RetentionRule.extend({ fromCode: z.string(), fromName: z.string() });
export type InheritedRule = z.output<typeof InheritedRule>;

export const CodeVersion = CodeFacts.extend({
  editionId: z.uuid(),
  editionKind: EditionKind,
  editionTitle: z.string(),
  decreeNumber: z.string(),
  reason: z.string(),
  startsOn: z.iso.date(),
  /** First day on which it no longer holds. */
  endsOn: z.iso.date().nullable(),
  /** Never held: another edition of the same day took its place. */
  isSuperseded: z.boolean(),
  decidedAt: z.iso.datetime().nullable(),
  decidedBy: z.string().nullable(),
});
export type CodeVersion = z.output<typeof CodeVersion>;

export const ClassificationCode = z.object({
  code: z.string(),
  /** From the main class down, without the code itself. */
  path: z.array(z.object({ code: z.string(), name: z.string() })),
  today: z.iso.date(),
  /** What holds today; null when the code is retired or has yet to begin. */
  current: CodeVersion.nullable(),
  rule: InheritedRule.nullable(),
  retiredOn: z.iso.date().nullable(),
  /** Files (berkas) of this code, whatever their state. */
  fileCount: z.int(),
  /** Newest first. */
  history: z.array(CodeVersion),
});
export type ClassificationCode = z.output<typeof ClassificationCode>;

export const getClassificationCodeEndpoint = endpoint({
  method: 'get',
  path: '/classification-codes/:classificationCode',
  tag,
  summary: 'One code: the rule that counts today and its history by edition',
  access: 'desk',
  right: READERS,
  params: z.object({ classificationCode: Code }),
  response: ClassificationCode,
  errors: ['forbidden', 'not_found'],
});

export const changeClassificationCodeEndpoint = endpoint({
  method: 'post',
  path: '/classification-codes/:classificationCode/change',
  tag,
  summary: 'Change name, rule or classes of one code from a day on',
  access: 'desk',
  right: CHANGERS,
  params: z.object({ classificationCode: Code }),
  body: CodeFacts.omit({ parentCode: true }).extend({
    /** The edition of the version that was changed on screen. */
    basedOnEditionId: z.uuid(),
    effectiveFrom: givenDay,
    reason: z.string().trim().min(5, 'Tulis alasan perubahan').max(500),
  }),
  response: ClassificationCode,
  errors: ['forbidden', 'not_found', 'invalid_input', 'stale_version', 'desk_read_only'],
});

const EditionFile = z.object({
  slot: ImportSlot,
  fileName: z.string(),
  sha256: z.string(),
  sizeBytes: z.int(),
  rowCount: z.int(),
});

export const Edition = z.object({
  id: z.uuid(),
  kind: EditionKind,
  status: EditionStatus,
  title: z.string(),
  decreeNumber: z.string(),
  reason: z.string(),
  effectiveFrom: z.iso.date().nullable(),
  createdAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  decidedBy: z.string().nullable(),
  /** Changed codes by group of the report. */
  counts: z.partialRecord(z.enum(REPORT_GROUPS), z.int()),
  files: z.array(EditionFile),
});
export type Edition = z.output<typeof Edition>;

export const listClassificationEditionsEndpoint = endpoint({
  method: 'get',
  path: '/classification-editions',
  tag,
  summary: 'The latest editions, newest first, without discarded ones',
  access: 'desk',
  right: READERS,
  query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
  response: z.object({ editions: z.array(Edition) }),
  errors: ['forbidden'],
});

export const UploadedFile = z.object({
  slot: ImportSlot,
  fileName: z.string(),
  sizeBytes: z.int(),
  rowCount: z.int(),
  /** Headings that were understood, by what they stand for; empty when the file has none. */
  columns: z.array(z.string()),
  ignoredColumns: z.array(z.string()),
});
export type UploadedFile = z.output<typeof UploadedFile>;

export const uploadClassificationFileEndpoint = endpoint({
  method: 'post',
  path: '/classification-editions/:editionId/files',
  tag,
  summary: 'Put a CSV into an import; the first makes the draft under an id that the client chooses',
  access: 'desk',
  right: CHANGERS,
  params: z.object({ editionId: z.uuid() }),
  query: z.object({ slot: ImportSlot, fileName: z.string().min(1).max(300) }),
  uploadLimitBytes: 5 * MEBIBYTE,
  response: UploadedFile,
  errors: ['forbidden', 'desk_read_only', 'invalid_input', 'wrong_state', 'payload_too_large'],
});

const ChangedCode = z.object({
  code: z.string(),
  before: CodeFacts.nullable(),
  after: CodeFacts,
  /** In force once before, then retired. */
  isRevived: z.boolean(),
});
export type ChangedCode = z.output<typeof ChangedCode>;

const ImportChoices = z.object({
  /** Codes in force that the classification file does not name are retired. */
  isComplete: z.stringbool().default(false),
  /** Today unless given. */
  effectiveFrom: givenDay.optional(),
});

/** How many rows a group of the report shows; the CSV has all. */
export const REPORT_ROWS = 200;

export const ImportReport = z.object({
  reportHash: z.string(),
  effectiveFrom: z.iso.date(),
  isComplete: z.boolean(),
  counts: z.record(z.enum(REPORT_GROUPS), z.int()),
  unchanged: z.int(),
  added: z.array(ChangedCode),
  renamed: z.array(ChangedCode),
  moved: z.array(ChangedCode),
  retention: z.array(ChangedCode),
  security: z.array(ChangedCode),
  retired: z.array(z.object({ code: z.string(), name: z.string(), fileCount: z.int() })),
  refused: z.array(RefusedRow),
});
export type ImportReport = z.output<typeof ImportReport>;

export const getImportReportEndpoint = endpoint({
  method: 'get',
  path: '/classification-editions/:editionId/report',
  tag,
  summary: 'What the files of an import would change, before anything is changed',
  access: 'desk',
  right: CHANGERS,
  params: z.object({ editionId: z.uuid() }),
  query: ImportChoices,
  response: ImportReport,
  errors: ['forbidden', 'not_found', 'invalid_input', 'wrong_state'],
});

export const getImportReportCsvEndpoint = endpoint({
  method: 'get',
  path: '/classification-editions/:editionId/report-csv',
  tag,
  summary: 'The whole report of an import as CSV',
  access: 'desk',
  right: CHANGERS,
  params: z.object({ editionId: z.uuid() }),
  query: ImportChoices,
  reply: 'file',
  response: z.unknown(),
  errors: ['forbidden', 'not_found', 'invalid_input', 'wrong_state'],
});

export const applyEditionEndpoint = endpoint({
  method: 'post',
  path: '/classification-editions/:editionId/apply',
  tag,
  summary: 'Decide an import from a day on, exactly as its report says',
  access: 'desk',
  right: CHANGERS,
  params: z.object({ editionId: z.uuid() }),
  body: z.object({
    reportHash: z.string().length(64),
    isComplete: z.boolean(),
    effectiveFrom: givenDay,
    title: z.string().trim().min(3).max(200),
    decreeNumber: z.string().trim().min(3).max(120),
  }),
  response: Edition,
  errors: ['forbidden', 'not_found', 'invalid_input', 'wrong_state', 'stale_version', 'desk_read_only'],
});

export const discardEditionEndpoint = endpoint({
  method: 'post',
  path: '/classification-editions/:editionId/discard',
  tag,
  summary: 'Give up an import that is not decided yet',
  access: 'desk',
  right: CHANGERS,
  params: z.object({ editionId: z.uuid() }),
  response: z.object({ id: z.uuid() }),
  errors: ['forbidden', 'not_found', 'wrong_state', 'desk_read_only'],
});

export const exportClassificationEndpoint = endpoint({
  method: 'get',
  path: '/classification-export',
  tag,
  summary: 'Classification and retention in force as CSV, with the columns that an import reads',
  access: 'desk',
  right: READERS,
  query: z.object({ onDate: givenDay.optional() }),
  reply: 'file',
  response: z.unknown(),
  errors: ['forbidden'],
});
