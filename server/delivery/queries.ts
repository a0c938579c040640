import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { SecurityClass } from '../letters/contract.ts';
import { LETTER_STATUSES } from '../letters/states.ts';

type Key = { agencyId: string; letterId: string };

const LetterToDeliver = z.object({
  id: z.uuid(),
  type: z.enum(['surat_dinas', 'nota_dinas']),
  status: z.enum(LETTER_STATUSES),
  securityClass: SecurityClass,
  subject: z.string(),
  number: z.string().nullable(),
  letterDate: z.string().nullable(),
  unitId: z.uuid(),
  unitName: z.string(),
  drafterPositionId: z.uuid(),
  signatoryPositionId: z.uuid().nullable(),
  signatoryUnitId: z.uuid().nullable(),
  signatoryTitle: z.string().nullable(),
  signedSha256: z.string().nullable(),
  agencyName: z.string(),
  timeZone: z.string(),
  token: z.string().nullable(),
});
export type LetterToDeliver = z.output<typeof LetterToDeliver>;

/** Keeps everyone else from delivering or revoking the letter until the transaction ends. */
export function lockLetter(tx: Tx, letter: Key): Promise<LetterToDeliver | undefined> {
  return one(
    tx,
    `select l.id, l.type, l.status, l.security_class, l.subject, l.number, l.letter_date, l.unit_id,
       coalesce(o.name, u.name) as unit_name, l.drafter_position_id, l.signatory_position_id, s.unit_id as signatory_unit_id,
       l.signatory_title, l.signed_sha256, a.name as agency_name, a.time_zone, v.token
     from letter l
     join agency a on a.id = l.agency_id
     join org_unit u on u.agency_id = l.agency_id and u.id = l.unit_id
     left join org_unit o on o.agency_id = l.agency_id and o.id = unit_opd(l.agency_id, l.unit_id)
     left join position s on s.agency_id = l.agency_id and s.id = l.signatory_position_id
     left join verification_token v on v.agency_id = l.agency_id and v.letter_id = l.id
     where l.agency_id = :agencyId and l.id = :letterId
     for update of l`,
    letter,
    LetterToDeliver,
  );
}

const RecipientRow = z.object({
  id: z.uuid(),
  role: z.enum(['to', 'cc']),
  kind: z.enum(['internal', 'external']),
  positionId: z.uuid().nullable(),
  unitId: z.uuid().nullable(),
  opdId: z.uuid().nullable(),
  name: z.string(),
  email: z.string(),
});
export type RecipientRow = z.output<typeof RecipientRow>;

export function listPendingRecipients(tx: Tx, letter: Key): Promise<RecipientRow[]> {
  return many(
    tx,
    `select r.id, r.role, r.kind, r.position_id, p.unit_id, coalesce(unit_opd(r.agency_id, p.unit_id), p.unit_id) as opd_id,
       r.name, r.email
     from letter_recipient r
     left join position p on p.agency_id = r.agency_id and p.id = r.position_id
     where r.agency_id = :agencyId and r.letter_id = :letterId and r.delivery_status = 'pending'
     order by r.role desc, r.ordinal`,
    letter,
    RecipientRow,
  );
}

export async function insertIncoming(
  tx: Tx,
  row: {
    agencyId: string;
    id: string;
    letterId: string;
    registerId: string | null;
    unitId: string;
    senderUnit: string;
    agendaNumber: number | null;
    agendaYear: number | null;
    now: Date;
    onDay: string;
  },
): Promise<void> {
  await run(
    tx,
    `insert into incoming_letter (agency_id, id, origin_letter_id, register_id, unit_id, agenda_number, agenda_year, status,
       received_at, received_date, directed_at, channel, sender_title, sender_unit, number, letter_date, subject, handling_grade,
       security_class, classification_code, due_date, page_count, size_bytes, summary)
     select :agencyId::uuid, :id::uuid, l.id, :registerId::uuid, :unitId::uuid, :agendaNumber::int, :agendaYear::int, 'directed',
       :now::timestamptz, :onDay::date, :now::timestamptz, 'internal', coalesce(l.signatory_title, ''), :senderUnit, coalesce(l.number, ''),
       l.letter_date, l.subject, l.handling_grade, l.security_class, l.classification_code, l.due_date, coalesce(l.page_count, 0),
       coalesce(l.signed_size_bytes, 0), case when l.security_class in ('B', 'T') then left(l.body_text, 280) else '' end
     from letter l where l.agency_id = :agencyId and l.id = :letterId`,
    row,
  );
}

/** Addressed desks of one incoming letter, and the recipient rows that are thereby delivered. */
export async function insertAddressees(
  tx: Tx,
  rows: { agencyId: string; incomingId: string; recipientIds: readonly string[]; now: Date },
): Promise<void> {
  const bindings = { ...rows, recipientIds: [...rows.recipientIds] };
  await run(
    tx,
    `insert into incoming_addressee (agency_id, incoming_id, position_id, role, received_at, is_urgent)
     select distinct on (r.position_id) r.agency_id, :incomingId::uuid, r.position_id, r.role, :now::timestamptz, l.handling_grade <> 'biasa'
     from letter_recipient r join letter l on l.agency_id = r.agency_id and l.id = r.letter_id
     where r.agency_id = :agencyId and r.id = any(:recipientIds::uuid[]) order by r.position_id, r.role desc`,
    bindings,
  );
  await run(
    tx,
    `update letter_recipient set delivery_status = 'delivered', delivered_at = :now, incoming_id = :incomingId
     where agency_id = :agencyId and id = any(:recipientIds::uuid[])`,
    bindings,
  );
}

export async function setRecipientFailed(
  tx: Tx,
  failed: { agencyId: string; recipientId: string; failure: string },
): Promise<void> {
  await run(
    tx,
    `update letter_recipient set delivery_status = 'failed', failure = :failure
     where agency_id = :agencyId and id = :recipientId and delivery_status = 'pending'`,
    failed,
  );
}

export async function setRecipientHandedOver(
  tx: Tx,
  handed: { agencyId: string; recipientId: string; now: Date },
): Promise<void> {
  await run(
    tx,
    `update letter_recipient set delivery_status = 'handed_over', delivered_at = :now
     where agency_id = :agencyId and id = :recipientId and delivery_status = 'pending'`,
    handed,
  );
}

/** signed -> dispatched once no recipient waits; true when this call made the step. */
export async function setDispatched(tx: Tx, letter: Key & { now: Date }): Promise<boolean> {
  const touched = await run(
    tx,
    `update letter l set status = 'dispatched', dispatched_at = :now, updated_at = :now, version = version + 1
     where l.agency_id = :agencyId and l.id = :letterId and l.status = 'signed' and not exists (
       select from letter_recipient r
       where r.agency_id = l.agency_id and r.letter_id = l.id and r.delivery_status = 'pending')`,
    letter,
  );
  return touched === 1;
}
