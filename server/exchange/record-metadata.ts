import { z } from 'zod';

/** Name and version of the shape: what another instance must understand to take the record in. */
export const RECORD_FORMAT = 'lontar-record/1';

const instant = z.iso.datetime();
const day = z.iso.date();

export const ENTRY_ROLES = [
  'main',
  'annex',
  'copy',
  'version',
  'validation',
  'disposition',
  'journey',
  'audit',
] as const;
export type EntryRole = (typeof ENTRY_ROLES)[number];

const PackedFile = z.object({
  /** Inside the record's folder, with `/`. */
  path: z.string().min(1).max(300),
  fileName: z.string().min(1).max(200),
  role: z.enum(ENTRY_ROLES),
  mediaType: z.string().min(1).max(200),
  sizeBytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type PackedFile = z.output<typeof PackedFile>;

const RecordEvent = z.object({
  seq: z.int(),
  at: instant,
  action: z.string(),
  title: z.string(),
  agent: z.string(),
  hash: z.string(),
});
export type RecordEvent = z.output<typeof RecordEvent>;

/** What describes one record outside the instance that made it (ISO 23081 shape): context, dates, rights, history, files. */
export const RecordMetadata = z.object({
  format: z.literal(RECORD_FORMAT),
  origin: z.object({ instance: z.string(), agencyId: z.uuid(), agencyName: z.string() }),
  kind: z.enum(['outgoing_letter', 'incoming_letter', 'document']),
  id: z.uuid(),
  /** `outgoing_letter`, `incoming_letter` or `other`: what a document from before stands for. */
  documentKind: z.enum(['incoming_letter', 'outgoing_letter', 'other']),
  type: z.string(),
  title: z.string().min(1),
  summary: z.string(),
  number: z.string(),
  language: z.literal('id'),
  documentDate: day,
  receivedDate: day.nullable(),
  signedAt: instant.nullable(),
  createdAt: instant,
  sender: z.string(),
  recipient: z.string(),
  creator: z.object({ unit: z.string(), position: z.string(), person: z.string() }),
  classification: z.object({ code: z.string(), name: z.string() }).nullable(),
  securityClass: z.enum(['B', 'T', 'R', 'SR']),
  handlingGrade: z.string(),
  media: z.enum(['electronic', 'paper', 'mixed']),
  pageCount: z.int().min(0),
  relations: z.array(z.object({ kind: z.string(), id: z.uuid(), label: z.string() })),
  signatures: z.array(
    z.object({ signer: z.string(), issuer: z.string(), signedAt: instant.nullable(), verdict: z.string() }),
  ),
  events: z.array(RecordEvent),
  files: z.array(PackedFile),
});
export type RecordMetadata = z.output<typeof RecordMetadata>;
/** Everything but the files, which are known once they are written. */
export type RecordFacts = Omit<RecordMetadata, 'files'>;

/** One file of a package, read when its turn comes. */
export interface PackageEntry {
  readonly path: string;
  readonly fileName: string;
  readonly role: EntryRole;
  readonly mediaType: string;
  readonly read: () => Promise<Uint8Array>;
}

export interface CollectedRecord {
  readonly facts: RecordFacts;
  readonly entries: readonly PackageEntry[];
  /** The files as another instance described them: a record that was taken in goes out as it came. */
  readonly files?: readonly PackedFile[];
}
