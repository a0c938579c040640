import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { type Reader, subjectFor } from '../letters/reading-right.ts';

const Sender = z.object({ positionId: z.uuid(), opdId: z.uuid(), isAbolished: z.boolean(), type: z.string() });
export type Sender = z.output<typeof Sender>;

/** The desk that signed a letter of ours, and the organisation it belongs to. */
export function findSender(tx: Tx, letter: { agencyId: string; letterId: string }): Promise<Sender | undefined> {
  return one(
    tx,
    `select p.id as position_id, coalesce(unit_opd(p.agency_id, p.unit_id), p.unit_id) as opd_id,
       p.abolished_at is not null as is_abolished, l.type
     from letter l join position p on p.agency_id = l.agency_id and p.id = l.signatory_position_id
     where l.agency_id = :agencyId and l.id = :letterId`,
    letter,
    Sender,
  );
}

const Address = z.object({ address: z.string(), email: z.string() });

export function findAddress(
  tx: Tx,
  contact: { agencyId: string; contactId: string },
): Promise<z.output<typeof Address> | undefined> {
  return one(
    tx,
    `select address, email from contact where agency_id = :agencyId and id = :contactId`,
    contact,
    Address,
  );
}

export async function insertReply(
  tx: Tx,
  reply: { agencyId: string; letterId: string; incomingId: string; itemId: string | null; now: Date },
): Promise<void> {
  await run(
    tx,
    `insert into letter_reply (agency_id, letter_id, incoming_id, item_id, created_at)
     values (:agencyId, :letterId, :incomingId, :itemId::uuid, :now)`,
    reply,
  );
}

const ReplyRow = z.object({
  letterId: z.uuid(),
  number: z.string().nullable(),
  subject: z.string(),
  status: z.string(),
});

/** Letters of ours that answer it: subjects of secret ones stay hidden, of limited ones from whoever has no right. */
export function listReplies(tx: Tx, wanted: Reader & { incomingId: string }): Promise<z.output<typeof ReplyRow>[]> {
  return many(
    tx,
    `select l.id as letter_id, l.number, l.status,
       ${subjectFor('letter_access', 'l')} as subject
     from letter_reply r join letter l on l.agency_id = r.agency_id and l.id = r.letter_id
     where r.agency_id = :agencyId and r.incoming_id = :incomingId order by r.created_at`,
    { ...wanted },
    ReplyRow,
  );
}
