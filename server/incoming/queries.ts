import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';
import { Incoming, IncomingListItem } from './contract.ts';

/** Whose inbox: a desk, and the units whose registry it is. */
export interface Inbox {
  agencyId: string;
  positionId: string;
  registryUnitIds: readonly string[];
}

// A desk sees what is addressed to it; a registry also what came in for its units, open letters only.
const INBOX = `
  (select distinct on (incoming_id) incoming_id, role, read_at, received_at
   from incoming_addressee where agency_id = :agencyId and position_id = :positionId
   order by incoming_id, role desc)
  union all
  select i.id, case when bool_or(a.role = 'to') then 'to' else 'cc' end, min(a.read_at), i.received_at
  from incoming_letter i
  join letter l on l.agency_id = i.agency_id and l.id = i.origin_letter_id and l.security_class = 'B'
  join incoming_addressee a on a.agency_id = i.agency_id and a.incoming_id = i.id
  where i.agency_id = :agencyId and i.unit_id = any(:registryUnitIds::uuid[])
    and not exists (select from incoming_addressee own
      where own.agency_id = i.agency_id and own.incoming_id = i.id and own.position_id = :positionId)
  group by i.id, i.received_at`;

const COLUMNS = `i.id, l.id as letter_id, l.type, l.subject, l.number, l.letter_date, l.signatory_title as sender_title,
  coalesce(o.name, u.name) as sender_unit, i.agenda_number, l.handling_grade, l.security_class, i.status, i.received_at, l.due_date`;

const FROM_LETTER = `join letter l on l.agency_id = i.agency_id and l.id = i.origin_letter_id
  join org_unit u on u.agency_id = l.agency_id and u.id = l.unit_id
  left join org_unit o on o.agency_id = l.agency_id and o.id = unit_opd(l.agency_id, l.unit_id)`;

const TABS = {
  all: 'true',
  unread: 'read_at is null',
  urgent: `handling_grade <> 'biasa'`,
  cc: `role = 'cc'`,
} as const;
export type Tab = keyof typeof TABS;

const ListRow = IncomingListItem.extend({ cursorAt: z.string() });
export type ListRow = z.output<typeof ListRow>;

export function listInbox(
  tx: Tx,
  query: Inbox & { tab: Tab; afterAt: string | null; afterId: string | null; limit: number },
): Promise<ListRow[]> {
  const { tab, ...bindings } = query;
  return many(
    tx,
    `with inbox as (${INBOX}), page as (
       select b.* from inbox b
       join incoming_letter i on i.agency_id = :agencyId and i.id = b.incoming_id
       join letter l on l.agency_id = i.agency_id and l.id = i.origin_letter_id
       where ${TABS[tab]} and (:afterAt::timestamptz is null or (b.received_at, b.incoming_id) < (:afterAt::timestamptz, :afterId::uuid))
       order by b.received_at desc, b.incoming_id desc limit :limit)
     select ${COLUMNS}, b.role, b.read_at, b.received_at::text as cursor_at
     from page b
     join incoming_letter i on i.agency_id = :agencyId and i.id = b.incoming_id
     ${FROM_LETTER}
     order by b.received_at desc, b.incoming_id desc`,
    { ...bindings, registryUnitIds: [...query.registryUnitIds] },
    ListRow,
  );
}

const Counts = z.object({ all: z.int(), unread: z.int(), urgent: z.int(), cc: z.int() });

export async function countInbox(tx: Tx, inbox: Inbox): Promise<z.output<typeof Counts>> {
  const row = await one(
    tx,
    `with inbox as (${INBOX})
     select count(*) as "all", count(*) filter (where ${TABS.unread}) as unread, count(*) filter (where ${TABS.urgent}) as urgent,
       count(*) filter (where ${TABS.cc}) as cc
     from inbox b
     join incoming_letter i on i.agency_id = :agencyId and i.id = b.incoming_id
     join letter l on l.agency_id = i.agency_id and l.id = i.origin_letter_id`,
    { ...inbox, registryUnitIds: [...inbox.registryUnitIds] },
    Counts,
  );
  return row ?? { all: 0, unread: 0, urgent: 0, cc: 0 };
}

const IncomingRow = Incoming.omit({ addressees: true, role: true, readAt: true, verificationPath: true }).extend({
  unitId: z.uuid(),
  unitName: z.string(),
  token: z.string().nullable(),
});

export function findIncoming(
  tx: Tx,
  wanted: { agencyId: string; incomingId: string },
): Promise<z.output<typeof IncomingRow> | undefined> {
  return one(
    tx,
    `select ${COLUMNS}, r.name as register_name, i.unit_id, ru.name as unit_name, v.token,
       (select count(*) from letter_annex x where x.agency_id = l.agency_id and x.letter_id = l.id) as annex_count,
       l.page_count, l.signed_size_bytes as size_bytes, l.signatory_name, left(l.body_text, 280) as snippet
     from incoming_letter i
     ${FROM_LETTER}
     join org_unit ru on ru.agency_id = i.agency_id and ru.id = i.unit_id
     left join register r on r.agency_id = i.agency_id and r.id = i.register_id
     left join verification_token v on v.agency_id = l.agency_id and v.letter_id = l.id
     where i.agency_id = :agencyId and i.id = :incomingId`,
    wanted,
    IncomingRow,
  );
}

const AddresseeRow = z.object({
  positionId: z.uuid(),
  title: z.string(),
  role: z.enum(['to', 'cc']),
  readAt: z.string().nullable(),
});
export type AddresseeRow = z.output<typeof AddresseeRow>;

export function listAddressees(tx: Tx, wanted: { agencyId: string; incomingId: string }): Promise<AddresseeRow[]> {
  return many(
    tx,
    `select a.position_id, p.title, a.role, a.read_at from incoming_addressee a
     join position p on p.agency_id = a.agency_id and p.id = a.position_id
     where a.agency_id = :agencyId and a.incoming_id = :incomingId
     order by a.role desc, p.sort_order, p.title`,
    wanted,
    AddresseeRow,
  );
}

/** First opening by the desk; rows that are read already stay as they are. */
export async function setRead(
  tx: Tx,
  opened: { agencyId: string; incomingId: string; positionId: string; personId: string; now: Date },
): Promise<boolean> {
  const touched = await run(
    tx,
    `update incoming_addressee set read_at = :now, read_by_person_id = :personId
     where agency_id = :agencyId and incoming_id = :incomingId and position_id = :positionId and read_at is null`,
    opened,
  );
  if (touched === 0) return false;
  await run(
    tx,
    `update letter_recipient set opened_at = :now
     where agency_id = :agencyId and incoming_id = :incomingId and position_id = :positionId and opened_at is null`,
    { agencyId: opened.agencyId, incomingId: opened.incomingId, positionId: opened.positionId, now: opened.now },
  );
  return true;
}

const Drafter = z.object({ drafterPositionId: z.uuid() });

export async function findDrafterPosition(
  tx: Tx,
  letter: { agencyId: string; letterId: string },
): Promise<string | undefined> {
  const row = await one(
    tx,
    `select drafter_position_id from letter where agency_id = :agencyId and id = :letterId`,
    letter,
    Drafter,
  );
  return row?.drafterPositionId;
}
