import { z } from 'zod';
import { givenDay } from '../contract.ts';
import { IncomingListItem } from '../incoming/incoming-shapes.ts';
import { Desk } from '../organisation/contract.ts';
import { ITEM_ACTIONS, ITEM_STATUSES } from './states.ts';

const instant = z.iso.datetime();
const day = z.iso.date();

/** Seconds in which a disposition can be taken back before anyone sees it. */
export const HOLD_SECONDS = 10;

export const PositionGroup = z.enum(['leader', 'office_head', 'section_head', 'staff']);
export type PositionGroup = z.output<typeof PositionGroup>;

export const AttachedFile = z.object({
  id: z.uuid(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  pageCount: z.int(),
});
export type AttachedFile = z.output<typeof AttachedFile>;

/** What the giver decides for one desk or team. `dueDate`: the deadline is the end of office hours of that day. */
export const RecipientInput = z.object({
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('position'), positionId: z.uuid() }),
    z.object({ kind: z.literal('team'), teamId: z.uuid() }),
  ]),
  instructions: z.array(z.string().trim().min(3).max(120)).max(10).default([]),
  note: z.string().trim().max(2000).default(''),
  dueDate: givenDay.nullable().default(null),
  isPic: z.boolean().default(false),
  /** Instructions and note are for this recipient's eyes and the giver's only. */
  isPrivate: z.boolean().default(false),
  fileIds: z.array(z.uuid()).max(10).default([]),
});
export type RecipientInput = z.input<typeof RecipientInput>;

export const Report = z.object({
  id: z.uuid(),
  authorName: z.string(),
  authorTitle: z.string(),
  text: z.string(),
  isFinal: z.boolean(),
  reportedAt: instant,
  files: z.array(AttachedFile),
});
export type Report = z.output<typeof Report>;

export const Message = z.object({
  id: z.uuid(),
  authorName: z.string(),
  authorTitle: z.string(),
  isOwn: z.boolean(),
  text: z.string(),
  sentAt: instant,
});
export type Message = z.output<typeof Message>;

/** One recipient of one disposition. */
export const DispositionItem = z.object({
  id: z.uuid(),
  dispositionId: z.uuid(),
  incomingId: z.uuid(),
  parentItemId: z.uuid().nullable(),
  status: z.enum(ITEM_STATUSES),
  version: z.int(),
  recipient: Desk,
  teamName: z.string().nullable(),
  giverName: z.string(),
  /** As it was then, with Plt. or Plh. before it. */
  giverTitle: z.string(),
  giverPositionId: z.uuid(),
  /** Name of the secretary who recorded it on instruction; null when the official gave it. */
  recordedBy: z.string().nullable(),
  givenAt: instant,
  deliverAt: instant,
  receivedAt: instant.nullable(),
  instructions: z.array(z.string()),
  note: z.string(),
  isPrivate: z.boolean(),
  /** Private and not for this reader: instructions and note are left out. */
  isHidden: z.boolean(),
  isPic: z.boolean(),
  dueDate: day.nullable(),
  dueAt: instant.nullable(),
  isLate: z.boolean(),
  pausedSince: instant.nullable(),
  pauseReason: z.string().nullable(),
  readAt: instant.nullable(),
  readBy: z.string().nullable(),
  closedAt: instant.nullable(),
  closedReason: z.string().nullable(),
  isForced: z.boolean(),
  /** All recipients below this one, and how many of them are done; recalled and returned ones do not count. */
  below: z.object({ total: z.int(), done: z.int(), late: z.int() }),
  files: z.array(AttachedFile),
  /** Scan of the sheet the official wrote on, when it was recorded on instruction. */
  sheetFile: AttachedFile.nullable(),
  reportCount: z.int(),
  messageCount: z.int(),
  lastReport: Report.nullable(),
  /** The giver's or the recipient's desk is the reader's. */
  isGiver: z.boolean(),
  isRecipient: z.boolean(),
  actions: z.array(z.enum(ITEM_ACTIONS)),
});
export type DispositionItem = z.output<typeof DispositionItem>;

/** A disposition in a list, with the letter it is about. */
export const DispositionListItem = z.object({
  id: z.uuid(),
  dispositionId: z.uuid(),
  incomingId: z.uuid(),
  status: z.enum(ITEM_STATUSES),
  /** The other side: who gave it (mine), or who has it (given). */
  deskTitle: z.string(),
  holderName: z.string(),
  instructions: z.array(z.string()),
  note: z.string(),
  isPic: z.boolean(),
  dueDate: day.nullable(),
  dueAt: instant.nullable(),
  isLate: z.boolean(),
  isPaused: z.boolean(),
  receivedAt: instant.nullable(),
  closedAt: instant.nullable(),
  below: z.object({ total: z.int(), done: z.int(), late: z.int() }),
  letter: IncomingListItem.pick({
    subject: true,
    number: true,
    senderTitle: true,
    senderUnit: true,
    agendaNumber: true,
    handlingGrade: true,
    securityClass: true,
  }),
});
export type DispositionListItem = z.output<typeof DispositionListItem>;

/** The whole chain of a letter as one reader may see it. */
export const DispositionTree = z.object({
  incomingId: z.uuid(),
  letter: DispositionListItem.shape.letter.extend({ letterDate: day.nullable(), status: z.string() }),
  /** Depth first; children follow their parent, in the order they were given. */
  items: z.array(DispositionItem),
  rollup: z.object({ total: z.int(), done: z.int(), inProgress: z.int(), late: z.int(), unread: z.int() }),
  /** Nearest open deadline. */
  dueAt: instant.nullable(),
  replies: z.array(
    z.object({ letterId: z.uuid(), number: z.string().nullable(), subject: z.string(), status: z.string() }),
  ),
  /** May give a disposition at the root of this letter. */
  canDispose: z.boolean(),
});
export type DispositionTree = z.output<typeof DispositionTree>;

/** Who can be chosen, what can be said, until when: everything the sheet needs, also without connection. */
export const DispositionOptions = z.object({
  /** Desk the disposition would come from; a secretary's own desk differs from it. */
  giver: Desk,
  /** Set when this desk may only record on instruction of the giver. */
  onInstruction: z.boolean(),
  recipients: z.array(
    z.object({
      target: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('position'), positionId: z.uuid() }),
        z.object({ kind: z.literal('team'), teamId: z.uuid() }),
      ]),
      label: z.string(),
      fullTitle: z.string(),
      holderName: z.string().nullable(),
      relation: z.enum(['direct', 'below', 'coordination', 'team']),
      timesChosen: z.int(),
    }),
  ),
  instructions: z.array(z.object({ wording: z.string(), timesChosen: z.int() })),
  defaultInstruction: z.string(),
  dueChoices: z.array(z.object({ key: z.enum(['today', 'tomorrow', 'three_days', 'week']), date: day })),
  defaultDueDate: day.nullable(),
  /** Latest possible deadline: that of the disposition it is passed on from. */
  latestDueDate: day.nullable(),
  holidays: z.array(z.object({ date: day, name: z.string() })),
});
export type DispositionOptions = z.output<typeof DispositionOptions>;

export const Disposition = z.object({
  id: z.uuid(),
  incomingId: z.uuid(),
  state: z.enum(['held', 'delivered', 'undone']),
  createdAt: instant,
  deliverAt: instant,
  items: z.array(DispositionItem),
});
export type Disposition = z.output<typeof Disposition>;

export const Team = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.int(),
  leader: Desk,
  members: z.array(Desk),
});
export type Team = z.output<typeof Team>;
