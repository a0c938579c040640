import { z } from 'zod';
import { many, one, run, type Tx } from '../db.ts';

export async function insertHint(
  tx: Tx,
  about: { agencyId: string; kind: string; entityId: string; positionIds: readonly string[]; now: Date },
): Promise<void> {
  await run(
    tx,
    `insert into hint (agency_id, kind, entity_id, positions, created_at) values (:agencyId, :kind, :entityId, :positions::uuid[], :now)`,
    { ...about, positions: [...about.positionIds] },
  );
}

/** One line for each desk, in one statement. */
export async function insertNotifications(
  tx: Tx,
  notice: {
    agencyId: string;
    kind: string;
    letterId: string | null;
    incomingId: string | null;
    itemId: string | null;
    path: string | null;
    text: string;
    now: Date;
  },
  desks: readonly { id: string; positionId: string }[],
): Promise<void> {
  await run(
    tx,
    `insert into notification (agency_id, id, position_id, kind, letter_id, incoming_id, item_id, path, text, created_at)
     select :agencyId::uuid, d.id, d."positionId", :kind, :letterId::uuid, :incomingId::uuid, :itemId::uuid, :path, :text, :now::timestamptz
     from jsonb_to_recordset(:desks::jsonb) as d(id uuid, "positionId" uuid)`,
    { ...notice, desks: JSON.stringify(desks) },
  );
}

const NotificationRow = z.object({
  id: z.uuid(),
  kind: z.string(),
  letterId: z.uuid().nullable(),
  itemId: z.uuid().nullable(),
  path: z.string().nullable(),
  text: z.string(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
  incomingId: z.uuid().nullable(),
});
export type NotificationRow = z.output<typeof NotificationRow>;

/** Newest first; `incomingId` is the incoming letter of this desk that the notice is about, if it received one. */
export function listNotices(tx: Tx, desk: { agencyId: string; positionId: string }): Promise<NotificationRow[]> {
  return many(
    tx,
    `select n.id, n.kind, n.letter_id, n.item_id, n.path, n.text, n.created_at, n.read_at,
       coalesce(n.incoming_id, received.incoming_id) as incoming_id
     from notification n
     left join lateral (
       select a.incoming_id from incoming_addressee a
       join incoming_letter i on i.agency_id = a.agency_id and i.id = a.incoming_id
       where a.agency_id = n.agency_id and a.position_id = n.position_id and i.origin_letter_id = n.letter_id limit 1
     ) received on true
     where n.agency_id = :agencyId and n.position_id = :positionId
     order by n.created_at desc, n.id desc limit 50`,
    desk,
    NotificationRow,
  );
}

export async function countUnreadNotices(tx: Tx, desk: { agencyId: string; positionId: string }): Promise<number> {
  const row = await one(
    tx,
    `select count(*) as unread from notification where agency_id = :agencyId and position_id = :positionId and read_at is null`,
    desk,
    z.object({ unread: z.number() }),
  );
  return row?.unread ?? 0;
}

export function setNoticesRead(tx: Tx, desk: { agencyId: string; positionId: string; now: Date }): Promise<number> {
  return run(
    tx,
    `update notification set read_at = :now where agency_id = :agencyId and position_id = :positionId and read_at is null`,
    desk,
  );
}

const HintRow = z.object({
  id: z.int(),
  agencyId: z.uuid(),
  kind: z.string(),
  entityId: z.uuid(),
  positions: z.array(z.uuid()),
});
export type HintRow = z.output<typeof HintRow>;

/** Hints of every agency after an id, oldest first: the table has no tenant wall, the feed sorts them by desk. */
export function listHintsAfter(tx: Tx, afterId: number, limit: number): Promise<HintRow[]> {
  return many(
    tx,
    `select id, agency_id, kind, entity_id, positions from hint where id > :afterId order by id limit :limit`,
    { afterId, limit },
    HintRow,
  );
}

export function listHintsOfDesk(
  tx: Tx,
  query: { agencyId: string; positionId: string; afterId: number; limit: number },
): Promise<HintRow[]> {
  return many(
    tx,
    `select id, agency_id, kind, entity_id, positions from hint
     where id > :afterId and agency_id = :agencyId and :positionId::uuid = any(positions) order by id limit :limit`,
    query,
    HintRow,
  );
}

export async function findLastHintId(tx: Tx): Promise<number> {
  const row = await one(tx, `select coalesce(max(id), 0) as id from hint`, {}, z.object({ id: z.number() }));
  return row?.id ?? 0;
}
