import { z } from 'zod';
import { many, type Tx } from '../db.ts';

export const NOTICE_KINDS = ['before_due', 'overdue', 'escalated', 'escalated_again'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

const DueRow = z.object({
  id: z.uuid(),
  kind: z.enum(NOTICE_KINDS),
  dueDate: z.string(),
  dueAt: z.string(),
  positionId: z.uuid(),
  recipientTitle: z.string(),
  giverPositionId: z.uuid(),
  incomingId: z.uuid(),
  letterId: z.uuid().nullable(),
  subject: z.string(),
  securityClass: z.string(),
});
export type DueRow = z.output<typeof DueRow>;

/** Business dates: deadlines up to each of them have come so far. */
export interface Cutoffs {
  beforeDue: string;
  escalated: string;
  escalatedAgain: string;
}

/** Open items whose most advanced notice has not been sent, nearest deadline first. */
export function listDue(
  tx: Tx,
  { agencyId, now, limit, cutoffs }: { agencyId: string; now: Date; limit: number; cutoffs: Cutoffs },
): Promise<DueRow[]> {
  return many(
    tx,
    `select due.id, due.kind, due.due_date, due.due_at, due.position_id, p.title as recipient_title, due.giver_position_id, due.incoming_id,
       l.origin_letter_id as letter_id, l.subject, l.security_class
     from (
       select i.*, case when i.due_at > :now then 'before_due' when i.due_date <= :escalatedAgain::date then 'escalated_again'
         when i.due_date <= :escalated::date then 'escalated' else 'overdue' end as kind
       from disposition_item i
       where i.agency_id = :agencyId and i.status in ('unread', 'read', 'in_progress') and i.paused_since is null
         and i.due_at is not null and i.due_at < (:beforeDue::date + 2)::timestamptz and (i.due_at <= :now or i.due_date <= :beforeDue::date)
     ) due
     join position p on p.agency_id = due.agency_id and p.id = due.position_id
     join incoming_letter l on l.agency_id = due.agency_id and l.id = due.incoming_id
     where not exists (select from disposition_notice n where n.agency_id = due.agency_id and n.item_id = due.id
       and n.kind = due.kind and n.due_at = due.due_at)
     order by due.due_at, due.id limit :limit`,
    { agencyId, now, limit, ...cutoffs },
    DueRow,
  );
}

/** Marks notices as sent; returns those that were not yet. Whoever sweeps at the same time waits here and gets none. */
export async function insertNotices(
  tx: Tx,
  sent: { agencyId: string; itemId: string; dueAt: string; kinds: readonly NoticeKind[]; now: Date },
): Promise<string[]> {
  const rows = await many(
    tx,
    `insert into disposition_notice (agency_id, item_id, kind, due_at, sent_at)
     select :agencyId, :itemId, kind, :dueAt::timestamptz, :now from unnest(:kinds::text[]) kind
     on conflict do nothing returning kind`,
    { ...sent, kinds: [...sent.kinds] },
    z.object({ kind: z.string() }),
  );
  return rows.map(({ kind }) => kind);
}
