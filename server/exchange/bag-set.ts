import { z } from 'zod';

export const SET_FORMAT = 'lontar-set/1';
/** Where a bag keeps the description of its files (berkas), below `data/`. */
export const SET_PATH = 'metadata/other/berkas.json';
/** Where it keeps the records themselves. */
export const CONTENT_FOLDER = 'representations/rep1/data';

const day = z.iso.date();

/** One item of a file (berkas): which record it is, and in which folder it lies. */
export const SetRecord = z.object({
  kind: z.enum(['outgoing_letter', 'incoming_letter', 'document']),
  id: z.uuid(),
  /** `001/0001`: below the content folder, and the name of its descriptions. */
  folder: z.string().regex(/^\d{3,6}\/\d{4,7}$/u),
  copyStatus: z.enum(['original', 'copy', 'carbon_copy', 'photocopy']),
  /** Secret, and not for the desk that made the bag: named here, and nothing else of it. */
  isWithheld: z.boolean(),
});
export type SetRecord = z.output<typeof SetRecord>;

export const SetFile = z.object({
  id: z.uuid(),
  number: z.int(),
  year: z.int(),
  title: z.string().min(1),
  description: z.string(),
  unitName: z.string(),
  classification: z.object({ code: z.string(), name: z.string() }),
  status: z.enum(['open', 'closed', 'merged']),
  lifecycle: z.string(),
  closedOn: day.nullable(),
  triggerOn: day.nullable(),
  activeYears: z.int().nullable(),
  inactiveYears: z.int().nullable(),
  triggerEvent: z.string().nullable(),
  finalAction: z.enum(['destroy', 'permanent', 'review']).nullable(),
  exceptionNote: z.string().nullable(),
  activeUntil: day.nullable(),
  inactiveUntil: day.nullable(),
});
export type SetFile = z.output<typeof SetFile>;

/** Files (berkas) with their records as one instance hands them to another. */
export const BagSet = z.object({
  format: z.literal(SET_FORMAT),
  origin: z.object({ instance: z.string(), agencyId: z.uuid(), agencyName: z.string() }),
  files: z.array(SetFile.extend({ records: z.array(SetRecord) })).min(1),
});
export type BagSet = z.output<typeof BagSet>;
