import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import type { RegistrationContent } from './registration-shapes.ts';

type Key = { agencyId: string; incomingId: string };

/** Two registrations that may be the same letter wait for each other. */
export async function lockNumber(tx: Tx, letter: { unitId: string; number: string }): Promise<void> {
  await run(tx, `select pg_advisory_xact_lock(hashtextextended(:key, 0))`, {
    key: `incoming ${letter.unitId} ${letter.number.toLowerCase()}`,
  });
}

export interface NewIncoming extends RegistrationContent {
  agencyId: string;
  id: string;
  intakeId: string | null;
  unitId: string;
  registerId: string;
  agendaNumber: number;
  agendaYear: number;
  receivedAt: Date | string;
  receivedDate: string;
  pageCount: number;
  sizeBytes: number;
  positionId: string;
  personId: string;
}

export async function insertRegistered(tx: Tx, letter: NewIncoming): Promise<void> {
  await run(
    tx,
    `insert into incoming_letter (agency_id, id, intake_id, register_id, unit_id, agenda_number, agenda_year, status, received_at,
       received_date, channel, media, contact_id, sender_title, sender_unit, number, letter_date, subject, summary, attachment_note,
       handling_grade, security_class, classification_code, addressee, due_date, physical_location, page_count, size_bytes,
       registered_by_position_id, registered_by_person_id)
     values (:agencyId, :id, :intakeId, :registerId, :unitId, :agendaNumber, :agendaYear, 'registered', :receivedAt,
       :receivedDate, :channel, :media, :contactId, :senderTitle, :senderUnit, :number, :letterDate, :subject, :summary, :attachmentNote,
       :handlingGrade, :securityClass, :classificationCode, :addressee, :dueDate, :physicalLocation, :pageCount, :sizeBytes,
       :positionId, :personId)`,
    { ...letter },
  );
}

/** False when the code is taken. */
export async function insertTracking(tx: Tx, tracking: Key & { code: string; now: Date }): Promise<boolean> {
  const inserted = await run(
    tx,
    `insert into incoming_tracking (code, agency_id, incoming_id, created_at) values (:code, :agencyId, :incomingId, :now)
     on conflict (code) do nothing`,
    tracking,
  );
  return inserted === 1;
}

export async function setContent(tx: Tx, letter: Key & RegistrationContent): Promise<void> {
  await run(
    tx,
    `update incoming_letter set channel = :channel, media = :media, contact_id = :contactId, sender_title = :senderTitle,
       sender_unit = :senderUnit, number = :number, letter_date = :letterDate, subject = :subject, summary = :summary,
       attachment_note = :attachmentNote, handling_grade = :handlingGrade, security_class = :securityClass,
       classification_code = :classificationCode, addressee = :addressee, due_date = :dueDate,
       physical_location = :physicalLocation, version = version + 1
     where agency_id = :agencyId and id = :incomingId`,
    { ...letter },
  );
  await run(
    tx,
    `update incoming_addressee set is_urgent = :isUrgent where agency_id = :agencyId and incoming_id = :incomingId`,
    { agencyId: letter.agencyId, incomingId: letter.incomingId, isUrgent: letter.handlingGrade !== 'biasa' },
  );
}

/** The letter leaves the tables of the desks that have it. */
export async function setCancelled(
  tx: Tx,
  cancelled: Key & { reason: string; positionId: string; now: Date },
): Promise<void> {
  await run(
    tx,
    `update incoming_letter set status = 'cancelled', cancelled_at = :now, cancel_reason = :reason,
       cancelled_by_position_id = :positionId, version = version + 1
     where agency_id = :agencyId and id = :incomingId`,
    cancelled,
  );
  await run(
    tx,
    `update incoming_addressee set settled_at = coalesce(settled_at, :now)
     where agency_id = :agencyId and incoming_id = :incomingId`,
    { agencyId: cancelled.agencyId, incomingId: cancelled.incomingId, now: cancelled.now },
  );
}

const Changes = z.array(z.object({ label: z.string(), before: z.string(), after: z.string() }));
const ChangeRow = z.object({
  version: z.int(),
  changedAt: z.string(),
  changedBy: z.string(),
  reason: z.string(),
  fields: Changes,
});

export async function insertChange(
  tx: Tx,
  change: Key & {
    id: string;
    version: number;
    changes: z.output<typeof Changes>;
    reason: string;
    positionId: string;
    personId: string;
    now: Date;
  },
): Promise<void> {
  await run(
    tx,
    `insert into incoming_change (agency_id, id, incoming_id, version, changes, reason, position_id, person_id, changed_at)
     values (:agencyId, :id, :incomingId, :version, :changes::jsonb, :reason, :positionId, :personId, :now)`,
    { ...change, changes: JSON.stringify(change.changes) },
  );
}

export function listChanges(tx: Tx, wanted: Key): Promise<z.output<typeof ChangeRow>[]> {
  return many(
    tx,
    `select c.version, c.changed_at, coalesce(person.name, p.title) as changed_by, c.reason, c.changes as fields
     from incoming_change c
     join position p on p.agency_id = c.agency_id and p.id = c.position_id
     left join person on person.agency_id = c.agency_id and person.id = c.person_id
     where c.agency_id = :agencyId and c.incoming_id = :incomingId order by c.version desc`,
    wanted,
    ChangeRow,
  );
}

const Registration = z.object({ id: z.uuid(), agendaNumber: z.int().nullable(), agendaYear: z.int().nullable() });

/** The letter that stands for a queue item; cancelled ones do not. */
export function findRegistrationOf(
  tx: Tx,
  item: { agencyId: string; intakeId: string },
): Promise<z.output<typeof Registration> | undefined> {
  return one(
    tx,
    `select id, agenda_number, agenda_year from incoming_letter
     where agency_id = :agencyId and intake_id = :intakeId and status <> 'cancelled'`,
    item,
    Registration,
  );
}

export async function setPageCount(
  tx: Tx,
  letter: { agencyId: string; incomingId: string; pageCount: number },
): Promise<void> {
  await run(
    tx,
    `update incoming_letter set page_count = :pageCount where agency_id = :agencyId and id = :incomingId`,
    letter,
  );
}
