import { z } from 'zod';
import { one, run, type Tx } from '../db.ts';
import type { ItemStatus } from './states.ts';

type Key = { agencyId: string; id: string };

export interface NewDisposition {
  agencyId: string;
  id: string;
  incomingId: string;
  parentItemId: string | null;
  giverPositionId: string;
  giverPersonId: string;
  giverName: string;
  giverTitle: string;
  giverAppointmentKind: string;
  recordedByPositionId: string | null;
  recordedByPersonId: string | null;
  recordedByName: string | null;
  now: Date;
  deliverAt: Date;
}

export interface NewItem {
  id: string;
  positionId: string;
  teamId: string | null;
  instructions: readonly string[];
  note: string;
  isPrivate: boolean;
  isPic: boolean;
  dueDate: string | null;
  dueAt: string | null;
}

export async function insertDisposition(tx: Tx, given: NewDisposition, items: readonly NewItem[]): Promise<void> {
  await run(
    tx,
    `insert into disposition (agency_id, id, incoming_id, parent_item_id, giver_position_id, giver_person_id, giver_name, giver_title,
       giver_appointment_kind, recorded_by_position_id, recorded_by_person_id, recorded_by_name, state, created_at, deliver_at)
     values (:agencyId, :id, :incomingId, :parentItemId, :giverPositionId, :giverPersonId, :giverName, :giverTitle,
       :giverAppointmentKind, :recordedByPositionId, :recordedByPersonId, :recordedByName, 'held', :now, :deliverAt)`,
    { ...given },
  );
  await run(
    tx,
    `insert into disposition_item (agency_id, id, disposition_id, incoming_id, parent_item_id, giver_position_id, position_id, team_id,
       ordinal, instructions, note, is_private, is_pic, status, due_at, due_date)
     select :agencyId::uuid, i.id, :id::uuid, :incomingId::uuid, :parentItemId::uuid, :giverPositionId::uuid, i."positionId", i."teamId",
       i.ordinal, array(select jsonb_array_elements_text(i.instructions)), i.note, i."isPrivate", i."isPic", 'held', i."dueAt", i."dueDate"
     from jsonb_to_recordset(:items::jsonb) as i(id uuid, "positionId" uuid, "teamId" uuid, ordinal int, instructions jsonb, note text,
       "isPrivate" boolean, "isPic" boolean, "dueAt" timestamptz, "dueDate" date)`,
    {
      agencyId: given.agencyId,
      id: given.id,
      incomingId: given.incomingId,
      parentItemId: given.parentItemId,
      giverPositionId: given.giverPositionId,
      items: JSON.stringify(items.map((item, ordinal) => ({ ...item, ordinal }))),
    },
  );
}

/** Brings a held disposition to its recipients; 0 when it is held no more. */
export async function setDelivered(tx: Tx, { agencyId, id, now }: Key & { now: Date }): Promise<boolean> {
  const moved = await run(
    tx,
    `update disposition set state = 'delivered', delivered_at = :now where agency_id = :agencyId and id = :id and state = 'held'`,
    { agencyId, id, now },
  );
  if (moved === 0) return false;
  await run(
    tx,
    `update disposition_item set status = 'unread', received_at = :now, version = version + 1
     where agency_id = :agencyId and disposition_id = :id and status = 'held'`,
    { agencyId, id, now },
  );
  return true;
}

/** Takes held dispositions back. */
export async function setUndone(
  tx: Tx,
  { agencyId, ids, now }: { agencyId: string; ids: readonly string[]; now: Date },
): Promise<void> {
  if (ids.length === 0) return;
  const which = { agencyId, ids: [...ids], now };
  await run(
    tx,
    `update disposition set state = 'undone', undone_at = :now
     where agency_id = :agencyId and id = any(:ids::uuid[]) and state = 'held'`,
    which,
  );
  await run(
    tx,
    `update disposition_item set status = 'undone', closed_at = :now, version = version + 1
     where agency_id = :agencyId and disposition_id = any(:ids::uuid[]) and status = 'held'`,
    which,
  );
}

/** The first opening. */
export async function setItemRead(
  tx: Tx,
  read: Key & { personId: string; status: ItemStatus; now: Date },
): Promise<void> {
  await run(
    tx,
    `update disposition_item set status = :status, version = version + 1, read_at = coalesce(read_at, :now),
       read_by_person_id = coalesce(read_by_person_id, :personId) where agency_id = :agencyId and id = :id`,
    read,
  );
}

/** Another status of items that stay open. */
export async function setItemOpen(tx: Tx, item: Key & { status: ItemStatus }): Promise<void> {
  await run(
    tx,
    `update disposition_item set status = :status, version = version + 1, closed_at = null, closed_reason = null, is_forced = false
     where agency_id = :agencyId and id = :id`,
    item,
  );
}

/** Ends items; their clock stands no more. */
export async function setItemsEnded(
  tx: Tx,
  ended: {
    agencyId: string;
    ids: readonly string[];
    status: 'done' | 'returned' | 'recalled';
    reason: string | null;
    isForced: boolean;
    now: Date;
  },
): Promise<void> {
  if (ended.ids.length === 0) return;
  await run(
    tx,
    `update disposition_item set status = :status, version = version + 1, closed_at = :now, closed_reason = :reason,
       is_forced = :isForced, paused_since = null, pause_reason = null
     where agency_id = :agencyId and id = any(:ids::uuid[])`,
    { ...ended, ids: [...ended.ids] },
  );
}

export async function setPaused(
  tx: Tx,
  pause: { agencyId: string; ids: readonly string[]; reason: string; now: Date },
): Promise<void> {
  await run(
    tx,
    `update disposition_item set paused_since = :now, pause_reason = :reason, version = version + 1
     where agency_id = :agencyId and id = any(:ids::uuid[])`,
    { ...pause, ids: [...pause.ids] },
  );
}

/** Another deadline; `isResumed` lets the clock run again. */
export async function setDue(
  tx: Tx,
  due: Key & { dueDate: string | null; dueAt: Date | null; isResumed: boolean },
): Promise<void> {
  await run(
    tx,
    `update disposition_item set due_date = :dueDate::date, due_at = :dueAt::timestamptz, version = version + 1,
       paused_since = case when :isResumed then null else paused_since end,
       pause_reason = case when :isResumed then null else pause_reason end
     where agency_id = :agencyId and id = :id`,
    due,
  );
}

interface Author {
  agencyId: string;
  id: string;
  itemId: string;
  positionId: string;
  personId: string;
  authorName: string;
  authorTitle: string;
  text: string;
  now: Date;
}

export async function insertReport(tx: Tx, report: Author & { isFinal: boolean }): Promise<void> {
  await run(
    tx,
    `insert into disposition_report (agency_id, id, item_id, position_id, person_id, author_name, author_title, text, is_final, reported_at)
     values (:agencyId, :id, :itemId, :positionId, :personId, :authorName, :authorTitle, :text, :isFinal, :now)`,
    { ...report },
  );
}

export async function insertMessage(tx: Tx, message: Author): Promise<void> {
  await run(
    tx,
    `insert into disposition_message (agency_id, id, item_id, position_id, person_id, author_name, author_title, text, sent_at)
     values (:agencyId, :id, :itemId, :positionId, :personId, :authorName, :authorTitle, :text, :now)`,
    { ...message },
  );
}

const Name = z.object({ name: z.string() });

export async function findPersonName(tx: Tx, agencyId: string, personId: string): Promise<string> {
  const row = await one(
    tx,
    `select name from person where agency_id = :agencyId and id = :personId`,
    { agencyId, personId },
    Name,
  );
  return row?.name ?? '';
}

const At = z.object({ at: z.string() });

/** When the desk was last reminded of an item since a moment, along the index of its notices. */
export async function findReminder(
  tx: Tx,
  which: { agencyId: string; positionId: string; itemId: string; since: Date },
): Promise<string | undefined> {
  const row = await one(
    tx,
    `select created_at as at from notification where agency_id = :agencyId and position_id = :positionId
       and created_at > :since and item_id = :itemId and kind = 'disposition.reminded' order by created_at desc limit 1`,
    which,
    At,
  );
  return row?.at;
}
