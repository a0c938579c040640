import { z } from 'zod';
import { many, type Tx } from '../db.ts';
import { Channel } from '../incoming/incoming-shapes.ts';
import { type Reader, subjectFor } from '../letters/reading-right.ts';

const LikeRow = z.object({
  incomingId: z.uuid(),
  intakeId: z.uuid().nullable(),
  agendaNumber: z.int().nullable(),
  agendaYear: z.int().nullable(),
  receivedAt: z.string(),
  channel: Channel,
  senderTitle: z.string(),
  senderUnit: z.string(),
  subject: z.string(),
  number: z.string(),
  letterDate: z.string().nullable(),
});
export type LikeRow = z.output<typeof LikeRow>;

/** Subjects of letters that are not open stay hidden from whoever compares without a right to read them. */
const COLUMNS = `i.id as incoming_id, i.intake_id, i.agenda_number, i.agenda_year, i.received_at, i.channel, i.sender_title, i.sender_unit,
  ${subjectFor('incoming_access', 'i')} as subject, i.number, i.letter_date`;

type Book = Reader & { unitId: string };

export function listSameNumber(tx: Tx, query: Book & { number: string }): Promise<LikeRow[]> {
  return many(
    tx,
    `select ${COLUMNS} from incoming_letter i
     where i.agency_id = :agencyId and i.unit_id = :unitId and lower(i.number) = lower(:number) and i.number <> ''
       and i.status <> 'cancelled' order by i.received_at desc limit 20`,
    { ...query },
    LikeRow,
  );
}

/** Letters without number that carry the same date. */
export function listSameDate(tx: Tx, query: Book & { letterDate: string; receivedSince: Date }): Promise<LikeRow[]> {
  return many(
    tx,
    `select ${COLUMNS} from incoming_letter i
     where i.agency_id = :agencyId and i.unit_id = :unitId and i.received_at >= :receivedSince and i.letter_date = :letterDate::date
       and i.number = '' and i.status <> 'cancelled' order by i.received_at desc limit 20`,
    { ...query },
    LikeRow,
  );
}

export function listOfItems(tx: Tx, query: Book & { intakeIds: readonly string[] }): Promise<LikeRow[]> {
  return many(
    tx,
    `select ${COLUMNS} from incoming_letter i
     where i.agency_id = :agencyId and i.unit_id = :unitId and i.intake_id = any(:intakeIds::uuid[]) and i.status <> 'cancelled'`,
    { ...query, intakeIds: [...query.intakeIds] },
    LikeRow,
  );
}
