import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';
import { ITEM_STATUSES } from './states.ts';

const ItemRow = z.object({
  id: z.uuid(),
  dispositionId: z.uuid(),
  incomingId: z.uuid(),
  parentItemId: z.uuid().nullable(),
  status: z.enum(ITEM_STATUSES),
  version: z.int(),
  positionId: z.uuid(),
  teamName: z.string().nullable(),
  giverPositionId: z.uuid(),
  giverName: z.string(),
  giverTitle: z.string(),
  recordedByPositionId: z.uuid().nullable(),
  recordedBy: z.string().nullable(),
  givenAt: z.string(),
  deliverAt: z.string(),
  receivedAt: z.string().nullable(),
  instructions: z.array(z.string()),
  note: z.string(),
  isPrivate: z.boolean(),
  isPic: z.boolean(),
  dueDate: z.string().nullable(),
  dueAt: z.string().nullable(),
  pausedSince: z.string().nullable(),
  pauseReason: z.string().nullable(),
  readAt: z.string().nullable(),
  readBy: z.string().nullable(),
  closedAt: z.string().nullable(),
  closedReason: z.string().nullable(),
  isForced: z.boolean(),
});
export type ItemRow = z.output<typeof ItemRow>;

/** Every disposition of a letter, in the order given. */
export function listItems(tx: Tx, letter: { agencyId: string; incomingId: string }): Promise<ItemRow[]> {
  return many(
    tx,
    `select i.id, i.disposition_id, i.incoming_id, i.parent_item_id, i.status, i.version, i.position_id, t.name as team_name,
       i.giver_position_id, d.giver_name, d.giver_title, d.recorded_by_position_id, d.recorded_by_name as recorded_by,
       d.created_at as given_at, d.deliver_at, i.received_at, i.instructions, i.note, i.is_private, i.is_pic, i.due_date, i.due_at,
       i.paused_since, i.pause_reason, i.read_at, reader.name as read_by, i.closed_at, i.closed_reason, i.is_forced
     from disposition_item i
     join disposition d on d.agency_id = i.agency_id and d.id = i.disposition_id
     left join team t on t.agency_id = i.agency_id and t.id = i.team_id
     left join person reader on reader.agency_id = i.agency_id and reader.id = i.read_by_person_id
     where i.agency_id = :agencyId and i.incoming_id = :incomingId order by d.created_at, d.id, i.ordinal`,
    letter,
    ItemRow,
  );
}

const IncomingKey = z.object({ incomingId: z.uuid() });

export async function findIncomingOfItem(tx: Tx, agencyId: string, itemId: string): Promise<string | undefined> {
  const row = await one(
    tx,
    `select incoming_id from disposition_item where agency_id = :agencyId and id = :itemId`,
    { agencyId, itemId },
    IncomingKey,
  );
  return row?.incomingId;
}

const FileRow = z.object({
  id: z.uuid(),
  ownerKind: z.enum(['item', 'report', 'sheet']),
  ownerId: z.uuid(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  pageCount: z.int(),
});
export type FileRow = z.output<typeof FileRow>;

export function listFilesOf(tx: Tx, agencyId: string, ownerIds: readonly string[]): Promise<FileRow[]> {
  return many(
    tx,
    `select id, owner_kind, owner_id, file_name, media_type, size_bytes, page_count from disposition_file
     where agency_id = :agencyId and owner_id = any(:ownerIds::uuid[]) order by uploaded_at, id`,
    { agencyId, ownerIds: [...ownerIds] },
    FileRow,
  );
}

const ReportRow = z.object({
  id: z.uuid(),
  itemId: z.uuid(),
  authorName: z.string(),
  authorTitle: z.string(),
  text: z.string(),
  isFinal: z.boolean(),
  reportedAt: z.string(),
});
export type ReportRow = z.output<typeof ReportRow>;

/** Oldest first. */
export function listReportsOf(tx: Tx, agencyId: string, itemIds: readonly string[]): Promise<ReportRow[]> {
  return many(
    tx,
    `select id, item_id, author_name, author_title, text, is_final, reported_at from disposition_report
     where agency_id = :agencyId and item_id = any(:itemIds::uuid[]) order by reported_at, id`,
    { agencyId, itemIds: [...itemIds] },
    ReportRow,
  );
}

const MessageRow = z.object({
  id: z.uuid(),
  positionId: z.uuid(),
  authorName: z.string(),
  authorTitle: z.string(),
  text: z.string(),
  sentAt: z.string(),
});
export type MessageRow = z.output<typeof MessageRow>;

export function listMessages(tx: Tx, item: { agencyId: string; itemId: string }): Promise<MessageRow[]> {
  return many(
    tx,
    `select id, position_id, author_name, author_title, text, sent_at from disposition_message
     where agency_id = :agencyId and item_id = :itemId order by sent_at, id limit 500`,
    item,
    MessageRow,
  );
}

const CountRow = z.object({ itemId: z.uuid(), count: z.int() });

export function countMessages(
  tx: Tx,
  agencyId: string,
  itemIds: readonly string[],
): Promise<z.output<typeof CountRow>[]> {
  return many(
    tx,
    `select item_id, count(*) from disposition_message
     where agency_id = :agencyId and item_id = any(:itemIds::uuid[]) group by item_id`,
    { agencyId, itemIds: [...itemIds] },
    CountRow,
  );
}

const DispositionRow = z.object({
  id: z.uuid(),
  incomingId: z.uuid(),
  parentItemId: z.uuid().nullable(),
  giverPositionId: z.uuid(),
  giverTitle: z.string(),
  recordedByPositionId: z.uuid().nullable(),
  state: z.enum(['held', 'delivered', 'undone']),
  createdAt: z.string(),
  deliverAt: z.string(),
});
export type DispositionRow = z.output<typeof DispositionRow>;

export function findDisposition(
  tx: Tx,
  wanted: { agencyId: string; dispositionId: string },
): Promise<DispositionRow | undefined> {
  return one(
    tx,
    `select id, incoming_id, parent_item_id, giver_position_id, giver_title, recorded_by_position_id, state, created_at, deliver_at
     from disposition where agency_id = :agencyId and id = :dispositionId`,
    wanted,
    DispositionRow,
  );
}
