import { z } from 'zod';
import { FILE_ACTIONS, FILE_STATUSES, LIFECYCLES } from './states.ts';

const date = z.iso.date();
const instant = z.iso.datetime();

export const FileStatus = z.enum(FILE_STATUSES);
export const Lifecycle = z.enum(LIFECYCLES);
const SecurityClass = z.enum(['B', 'T', 'R', 'SR']);
export const CopyStatus = z.enum(['original', 'copy', 'carbon_copy', 'photocopy']);
export const FilingReason = z.enum([
  'classification',
  'reply',
  'disposition',
  'assignment',
  'mention',
  'history',
  'manual',
]);

/** A file (berkas) as lists show it; counts are of what this desk may see. */
export const RecordFile = z.object({
  id: z.uuid(),
  number: z.int(),
  year: z.int(),
  title: z.string(),
  classificationCode: z.string(),
  classificationName: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  status: FileStatus,
  lifecycle: Lifecycle,
  isStanding: z.boolean(),
  isHeld: z.boolean(),
  isLent: z.boolean(),
  itemCount: z.int(),
  proposedCount: z.int(),
});
export type RecordFile = z.output<typeof RecordFile>;

export const FileName = z.object({ id: z.uuid(), number: z.int(), year: z.int(), title: z.string() });
export type FileName = z.output<typeof FileName>;

export const FileHold = z.object({
  id: z.uuid(),
  version: z.int(),
  caseNumber: z.string(),
  reason: z.string(),
  placedAt: instant,
  placedBy: z.string().nullable(),
});

export const FileLoan = z.object({
  id: z.uuid(),
  version: z.int(),
  borrowerTitle: z.string(),
  borrowerName: z.string().nullable(),
  purpose: z.string(),
  lentAt: instant,
  dueDate: date,
  isLate: z.boolean(),
});

/** The rule as it stands now, or frozen since the file was closed; null years: the classification has no schedule. */
export const FileRule = z.object({
  activeYears: z.int().nullable(),
  inactiveYears: z.int().nullable(),
  /** Empty: the years count from closing. */
  triggerEvent: z.string(),
  finalAction: z.enum(['destroy', 'permanent', 'review']).nullable(),
  exceptionNote: z.string(),
  isFrozen: z.boolean(),
});

export const FileDetail = RecordFile.extend({
  version: z.int(),
  description: z.string(),
  path: z.array(z.object({ code: z.string(), name: z.string() })),
  closedOn: date.nullable(),
  triggerOn: date.nullable(),
  activeUntil: date.nullable(),
  inactiveUntil: date.nullable(),
  rule: FileRule,
  box: z.object({ id: z.uuid(), code: z.string(), room: z.string(), rack: z.string() }).nullable(),
  folder: z.string(),
  keptBy: z.string().nullable(),
  mergedInto: FileName.nullable(),
  pageCount: z.int(),
  /** Of the filed items this desk may see. */
  paperCount: z.int(),
  electronicCount: z.int(),
  secretCount: z.int(),
  limitedCount: z.int(),
  firstDate: date.nullable(),
  lastDate: date.nullable(),
  holds: z.array(FileHold),
  loan: FileLoan.nullable(),
  /** What this desk may do to it now. */
  actions: z.array(z.enum(FILE_ACTIONS)),
  today: date,
});
export type FileDetail = z.output<typeof FileDetail>;

/** One item of a file, or one that waits for a file. */
export const RecordItem = z.object({
  id: z.uuid(),
  version: z.int(),
  /** Place in the file; null while it is only proposed. */
  ordinal: z.int().nullable(),
  kind: z.enum(['letter', 'incoming', 'document']),
  /** Screen that opens it; null where this desk may not. */
  path: z.string().nullable(),
  title: z.string(),
  number: z.string(),
  date: date.nullable(),
  correspondent: z.string(),
  securityClass: SecurityClass,
  copyStatus: CopyStatus,
  media: z.enum(['electronic', 'paper', 'mixed']),
  pageCount: z.int(),
  filing: z.enum(['proposed', 'filed']),
  /** Title, number and sender stay hidden from this desk. */
  isMasked: z.boolean(),
  isDestroyed: z.boolean(),
});
export type RecordItem = z.output<typeof RecordItem>;

export const UnfiledItem = RecordItem.extend({
  unitId: z.uuid(),
  createdAt: instant,
  classificationCode: z.string().nullable(),
  reason: FilingReason,
  /** Why, in Indonesian: `Balasan atas item 1`. */
  reasonText: z.string(),
  isCertain: z.boolean(),
  /** The proposed file; null where none fits. */
  file: FileName.nullable(),
  /** What a new file for it would be called. */
  suggestedTitle: z.string(),
});
export type UnfiledItem = z.output<typeof UnfiledItem>;
