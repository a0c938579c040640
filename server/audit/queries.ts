import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';

export async function appendEvents(tx: Tx, agencyId: string, bodies: readonly string[]): Promise<void> {
  await run(tx, `select append_events(:agencyId::uuid, :bodies::text[])`, { agencyId, bodies });
}

const EventRow = z.object({
  seq: z.number(),
  at: z.string(),
  action: z.string(),
  letterId: z.uuid().nullable(),
  body: z.string(),
  hash: z.string(),
});
export type EventRow = z.output<typeof EventRow>;

const EVENT_COLUMNS = `seq, at, action, letter_id, body, encode(hash, 'hex') as hash`;

/** Events of the agency after a sequence number, in order. */
export function listEventsAfter(tx: Tx, agencyId: string, afterSeq: number, limit: number): Promise<EventRow[]> {
  return many(
    tx,
    `select ${EVENT_COLUMNS} from event where agency_id = :agencyId and seq > :afterSeq order by seq limit :limit`,
    { agencyId, afterSeq, limit },
    EventRow,
  );
}

const EventHash = z.object({ hash: z.string() });

export async function findEventHash(tx: Tx, agencyId: string, seq: number): Promise<string | undefined> {
  const sql = `select encode(hash, 'hex') as hash from event where agency_id = :agencyId and seq = :seq`;
  return (await one(tx, sql, { agencyId, seq }, EventHash))?.hash;
}

/** One event with the hash before it. */
export function findEvent(tx: Tx, agencyId: string, seq: number): Promise<ProvenRow | undefined> {
  return one(
    tx,
    `select e.seq, e.body, encode(e.hash, 'hex') as hash, e.letter_id, encode(before.hash, 'hex') as previous_hash
     from event e left join event before on before.agency_id = e.agency_id and before.seq = e.seq - 1
     where e.agency_id = :agencyId and e.seq = :seq`,
    { agencyId, seq },
    ProvenRow,
  );
}

const ProvenRow = z.object({
  seq: z.number(),
  body: z.string(),
  hash: z.string(),
  letterId: z.uuid().nullable(),
  previousHash: z.string().nullable(),
});
export type ProvenRow = z.output<typeof ProvenRow>;

const LetterEventRow = EventRow.extend({
  /** Hash of the row with the number before; null when that row is missing. */
  previousHash: z.string().nullable(),
  /** The row with the number after; null at the end of the chain, or when that row is missing. */
  nextBody: z.string().nullable(),
  nextHash: z.string().nullable(),
  personName: z.string().nullable(),
  deskTitle: z.string().nullable(),
});
export type LetterEventRow = z.output<typeof LetterEventRow>;

/** Events of one letter, oldest first, with the names of who acted. */
export function listEventsOfLetter(tx: Tx, agencyId: string, letterId: string): Promise<LetterEventRow[]> {
  return many(
    tx,
    `select e.seq, e.at, e.action, e.letter_id, e.body, encode(e.hash, 'hex') as hash,
       encode(before.hash, 'hex') as previous_hash, after.body as next_body, encode(after.hash, 'hex') as next_hash, who.name as person_name, desk.title as desk_title
     from event e
     left join event before on before.agency_id = e.agency_id and before.seq = e.seq - 1
     left join event after on after.agency_id = e.agency_id and after.seq = e.seq + 1
     left join person who on who.agency_id = e.agency_id and who.id = (e.body::jsonb ->> 'personId')::uuid
     left join position desk on desk.agency_id = e.agency_id and desk.id = (e.body::jsonb ->> 'positionId')::uuid
     where e.agency_id = :agencyId and e.letter_id = :letterId order by e.seq`,
    { agencyId, letterId },
    LetterEventRow,
  );
}

const Head = z.object({ seq: z.number(), hash: z.string() });

/** `audit_head` has no tenant wall, so the agency is named here. */
export function findAuditHead(tx: Tx, agencyId: string): Promise<z.output<typeof Head> | undefined> {
  return one(
    tx,
    `select seq, encode(hash, 'hex') as hash from audit_head where agency_id = :agencyId`,
    { agencyId },
    Head,
  );
}

const Span = Head.extend({ present: z.number() });

/** The head, and how many events from `fromSeq` up to it are there; both as of the same moment. */
export function findHeadWithSpan(
  tx: Tx,
  agencyId: string,
  fromSeq: number,
): Promise<z.output<typeof Span> | undefined> {
  return one(
    tx,
    `select h.seq, encode(h.hash, 'hex') as hash,
       (select count(*) from event e where e.agency_id = h.agency_id and e.seq between :fromSeq and h.seq) as present
     from audit_head h where h.agency_id = :agencyId`,
    { agencyId, fromSeq },
    Span,
  );
}

/** An event that stands after the head, where nothing can be: head and rows are seen at the same moment. */
export async function findSeqBeyondHead(tx: Tx, agencyId: string): Promise<number | null> {
  const row = await one(
    tx,
    `select min(e.seq) as seq from event e
     where e.agency_id = :agencyId and e.seq > (select h.seq from audit_head h where h.agency_id = :agencyId)`,
    { agencyId },
    z.object({ seq: z.number().nullable() }),
  );
  return row?.seq ?? null;
}

const AuditedLetter = z.object({
  id: z.uuid(),
  securityClass: z.enum(['B', 'T', 'R', 'SR']),
  unitName: z.string(),
});

export function findAuditedLetter(
  tx: Tx,
  agencyId: string,
  letterId: string,
): Promise<z.output<typeof AuditedLetter> | undefined> {
  return one(
    tx,
    `select l.id, l.security_class, u.name as unit_name from letter l
     join org_unit u on u.agency_id = l.agency_id and u.id = l.unit_id
     where l.agency_id = :agencyId and l.id = :letterId`,
    { agencyId, letterId },
    AuditedLetter,
  );
}
