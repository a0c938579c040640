import { z } from 'zod';
import { many, one, type Tx } from '../db.ts';
import { HandlingGrade, SecurityClass } from '../letters/contract.ts';
import { ITEM_STATUSES } from './states.ts';

export type Box = 'mine' | 'given';
export type Tab = 'open' | 'late' | 'unread' | 'done' | 'all';

const ListRow = z.object({
  id: z.uuid(),
  dispositionId: z.uuid(),
  incomingId: z.uuid(),
  status: z.enum(ITEM_STATUSES),
  positionId: z.uuid(),
  giverTitle: z.string(),
  giverName: z.string(),
  instructions: z.array(z.string()),
  note: z.string(),
  isPrivate: z.boolean(),
  recordedByPositionId: z.uuid().nullable(),
  isPic: z.boolean(),
  dueDate: z.string().nullable(),
  dueAt: z.string().nullable(),
  isPaused: z.boolean(),
  receivedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  subject: z.string(),
  number: z.string(),
  senderTitle: z.string(),
  senderUnit: z.string(),
  agendaNumber: z.int().nullable(),
  handlingGrade: HandlingGrade,
  securityClass: SecurityClass,
  /** As Postgres prints it, for the next page; null without deadline. */
  cursorDue: z.string().nullable(),
  cursorReceived: z.string(),
});
export type ListRow = z.output<typeof ListRow>;

export interface ListQuery {
  agencyId: string;
  positionId: string;
  box: Box;
  tab: Tab;
  now: Date;
  after: { at: string | null; id: string } | null;
  limit: number;
}

const DESK = { mine: 'position_id', given: 'giver_position_id' } as const;
const OPEN = `i.status in ('unread', 'read', 'in_progress')`;
/** What was recalled before it was read leaves the recipient's lists. */
const SHOWN = { mine: `not (i.status = 'recalled' and i.read_at is null)`, given: 'true' } as const;

/** Open and late ones by deadline, those without one last; others newest first. Each walks one index of the desk. */
export function listDeskItems(tx: Tx, query: ListQuery): Promise<ListRow[]> {
  const { after, box: _box, tab, now, ...plain } = query;
  const isByDue = tab === 'open' || tab === 'late';
  const { from, order } = isByDue ? byDue(query) : byReceived(query);
  return many(
    tx,
    `select i.id, i.disposition_id, i.incoming_id, i.status, i.position_id, d.giver_title, d.giver_name, i.instructions, i.note, i.is_private,
       d.recorded_by_position_id, i.is_pic,
       i.due_date, i.due_at, i.paused_since is not null as is_paused, i.received_at, i.closed_at, l.subject, l.number, l.sender_title,
       l.sender_unit, l.agenda_number, l.handling_grade, l.security_class, i.due_at::text as cursor_due, i.received_at::text as cursor_received
     from (${from}) i
     join disposition d on d.agency_id = i.agency_id and d.id = i.disposition_id
     join incoming_letter l on l.agency_id = i.agency_id and l.id = i.incoming_id
     order by ${order} limit :limit`,
    {
      ...plain,
      ...(tab === 'late' ? { now } : {}),
      ...(after === null ? {} : { afterId: after.id, ...(after.at === null ? {} : { afterAt: after.at }) }),
    },
    ListRow,
  );
}

/** Rows with a deadline after the cursor, then those without: two walks of the same index, each stopping at the limit. */
function byDue({ box, tab, after }: ListQuery): { from: string; order: string } {
  const order = 'i.due_at nulls last, i.id';
  const base = `select i.* from disposition_item i where i.agency_id = :agencyId and i.${DESK[box]} = :positionId and ${OPEN}`;
  const late = tab === 'late' ? 'and i.due_at < :now and i.paused_since is null' : '';
  const seek = after === null ? '' : 'and (i.due_at, i.id) > (:afterAt::timestamptz, :afterId::uuid)';
  const dated = `(${base} and i.due_at is not null ${late} ${seek} order by i.due_at, i.id limit :limit)`;
  if (tab === 'late') return { from: dated, order };
  const isUndated = after !== null && after.at === null;
  const seekUndated = isUndated ? 'and i.id > :afterId::uuid' : '';
  const undated = `(${base} and i.due_at is null ${seekUndated} order by i.id limit :limit)`;
  return { from: isUndated ? undated : `${dated} union all ${undated}`, order };
}

const CLOSED_TABS = {
  unread: `i.status = 'unread'`,
  done: `i.status in ('done', 'returned', 'recalled')`,
  all: `i.status not in ('held', 'undone')`,
} as const;

function byReceived({ box, tab, after }: ListQuery): { from: string; order: string } {
  const order = 'i.received_at desc, i.id desc';
  const wanted = CLOSED_TABS[tab === 'unread' || tab === 'done' ? tab : 'all'];
  const seek = after === null ? '' : 'and (i.received_at, i.id) < (:afterAt::timestamptz, :afterId::uuid)';
  return {
    order,
    from: `select i.* from disposition_item i where i.agency_id = :agencyId and i.${DESK[box]} = :positionId
      and i.received_at is not null and ${wanted} and ${SHOWN[box]} ${seek} order by ${order} limit :limit`,
  };
}

const Counts = z.object({ open: z.int(), late: z.int(), unread: z.int() });

/** Each counted up to a thousand, along the index of what is open at the desk. */
export async function countDeskItems(
  tx: Tx,
  { box, ...desk }: { agencyId: string; positionId: string; box: Box; now: Date },
): Promise<z.output<typeof Counts>> {
  const count = (wanted: string) =>
    `(select count(*) from (select from disposition_item i where i.agency_id = :agencyId and i.${DESK[box]} = :positionId
       and ${OPEN} and ${wanted} limit 1000) counted)`;
  const row = await one(
    tx,
    `select ${count('true')} as open, ${count('i.due_at < :now and i.paused_since is null')} as late, ${count(`i.status = 'unread'`)} as unread`,
    desk,
    Counts,
  );
  return row ?? { open: 0, late: 0, unread: 0 };
}

const BelowRow = z.object({ rootId: z.uuid(), total: z.int(), done: z.int(), late: z.int() });

/** How far the recipients below each item are; what was taken or given back does not count. */
export function rollUpBelow(
  tx: Tx,
  query: { agencyId: string; itemIds: readonly string[]; now: Date },
): Promise<z.output<typeof BelowRow>[]> {
  return many(
    tx,
    `with recursive below as (
       select root.id as root_id, c.id, c.status, c.due_at, c.paused_since from unnest(:itemIds::uuid[]) root(id)
       join disposition_item c on c.agency_id = :agencyId and c.parent_item_id = root.id
       union all
       select below.root_id, c.id, c.status, c.due_at, c.paused_since from below
       join disposition_item c on c.agency_id = :agencyId and c.parent_item_id = below.id
     )
     select root_id, count(*) as total, count(*) filter (where status = 'done') as done,
       count(*) filter (where status <> 'done' and due_at < :now and paused_since is null) as late
     from below where status in ('unread', 'read', 'in_progress', 'done') group by root_id`,
    { ...query, itemIds: [...query.itemIds] },
    BelowRow,
  );
}
