import { z } from 'zod';
import { DISPOSAL_ACTIONS, DISPOSAL_KINDS, DISPOSAL_STATES, PAPER_KINDS, PARTY_ROLES } from './states.ts';

const instant = z.iso.datetime();
const year = z.int().min(1900).max(2199);

export const DUE_KINDS = ['transfer', 'destruction', 'handover', 'review'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** A file (berkas) as every list of penyusutan prints it. */
export const DisposalFileFacts = z.object({
  fileId: z.uuid(),
  fileNumber: z.string(),
  code: z.string(),
  title: z.string(),
  firstYear: year,
  lastYear: year,
  itemCount: z.int(),
  pageCount: z.int(),
  digitalBytes: z.int(),
  copyStatuses: z.array(z.enum(['original', 'copy', 'carbon_copy', 'photocopy'])),
  activeYears: z.int().nullable(),
  inactiveYears: z.int().nullable(),
  finalAction: z.enum(['destroy', 'permanent', 'review']).nullable(),
  exceptionNote: z.string(),
  boxCode: z.string().nullable(),
  folder: z.string(),
  dueOn: z.iso.date().nullable(),
  isHeld: z.boolean(),
  /** Number and reason of the open case, or that the file is lent. */
  holdText: z.string().nullable(),
});
export type DisposalFileFacts = z.output<typeof DisposalFileFacts>;

export const DisposalFile = DisposalFileFacts.extend({
  ordinal: z.int(),
  status: z.enum(['included', 'excluded', 'left_out', 'done']),
  reason: z.string(),
});
export type DisposalFile = z.output<typeof DisposalFile>;

/** What an approval is about: files that are included, not held and not lent. */
export const DisposalTotals = z.object({
  files: z.int(),
  held: z.int(),
  excluded: z.int(),
  leftOut: z.int(),
  done: z.int(),
  digitalFiles: z.int(),
  items: z.int(),
  pages: z.int(),
  boxes: z.int(),
  digitalBytes: z.int(),
  firstYear: year.nullable(),
  lastYear: year.nullable(),
  mostYears: z.int().nullable(),
});
export type DisposalTotals = z.output<typeof DisposalTotals>;

export const DisposalParty = z.object({
  role: z.enum(PARTY_ROLES),
  positionId: z.uuid(),
  title: z.string(),
  holderName: z.string().nullable(),
  /** Who acted, once someone has. */
  personName: z.string().nullable(),
  verdict: z.enum(['approve', 'return', 'attend']).nullable(),
  note: z.string(),
  actedAt: instant.nullable(),
  isMe: z.boolean(),
});
export type DisposalParty = z.output<typeof DisposalParty>;

export const PaperSignatory = z.object({
  ordinal: z.int(),
  caption: z.string(),
  name: z.string(),
  title: z.string(),
  status: z.enum(['waiting', 'sealed', 'signed']),
  signedAt: instant.nullable(),
  isMe: z.boolean(),
});

export const OfficialPaper = z.object({
  id: z.uuid(),
  kind: z.enum(PAPER_KINDS),
  title: z.string(),
  number: z.string(),
  date: z.iso.date(),
  status: z.enum(['preparing', 'open', 'stamping', 'signed']),
  version: z.int(),
  pageCount: z.int().nullable(),
  shortCode: z.string(),
  failure: z.string().nullable(),
  isWaitingForTimestamp: z.boolean(),
  signatories: z.array(PaperSignatory),
  /** The signature that is asked next is of the desk that reads this. */
  canSign: z.boolean(),
});
export type OfficialPaper = z.output<typeof OfficialPaper>;

export const DisposalListItem = z.object({
  id: z.uuid(),
  kind: z.enum(DISPOSAL_KINDS),
  label: z.string(),
  state: z.enum(DISPOSAL_STATES),
  unitName: z.string(),
  fileCount: z.int(),
  createdAt: instant,
  /** Something waits for this desk. */
  isWaitingForMe: z.boolean(),
});
export type DisposalListItem = z.output<typeof DisposalListItem>;

export const Disposal = z.object({
  id: z.uuid(),
  kind: z.enum(DISPOSAL_KINDS),
  /** `03/2026` */
  label: z.string(),
  state: z.enum(DISPOSAL_STATES),
  version: z.int(),
  unitName: z.string(),
  route: z.enum(['regional_head', 'archival_institution', 'national_archive']).nullable(),
  location: z.string(),
  method: z.enum(['shredded', 'burned', 'melted', 'other']).nullable(),
  methodNote: z.string(),
  proposerName: z.string(),
  returnReason: z.string().nullable(),
  cancelReason: z.string().nullable(),
  externalNumber: z.string().nullable(),
  externalDate: z.iso.date().nullable(),
  hasExternalScan: z.boolean(),
  createdAt: instant,
  submittedAt: instant.nullable(),
  approvedAt: instant.nullable(),
  executedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  totals: DisposalTotals,
  parties: z.array(DisposalParty),
  papers: z.array(OfficialPaper),
  /** What this desk may do now. */
  actions: z.array(z.enum(DISPOSAL_ACTIONS)),
});
export type Disposal = z.output<typeof Disposal>;
