import { z } from 'zod';
import { one, type Tx } from '../db.ts';
import { SecurityClass } from '../letters/contract.ts';
import { LETTER_STATUSES } from '../letters/states.ts';

const instant = z.string().nullable();

const ProgressRow = z.object({
  letterId: z.uuid(),
  letterStatus: z.enum(LETTER_STATUSES),
  number: z.string().nullable(),
  securityClass: SecurityClass,
  unitName: z.string(),
  state: z.enum(['numbered', 'typeset', 'sealed', 'accepted', 'failed', 'lost']).nullable(),
  startedAt: instant,
  typesetAt: instant,
  pageCount: z.number().nullable(),
  sealedAt: instant,
  acceptedAt: instant,
  failureCode: z.string().nullable(),
  waitingFor: z.enum(['signing_service', 'timestamp_service']).nullable(),
  waitingSince: instant,
  nextTryAt: instant,
  deliveredAt: instant,
  pendingRecipients: z.number(),
  failedRecipients: z.number(),
});
export type ProgressRow = z.output<typeof ProgressRow>;

/** The letter with its latest attempt, if any, and what delivery has reached. */
export function findProgress(tx: Tx, letter: { agencyId: string; letterId: string }): Promise<ProgressRow | undefined> {
  return one(
    tx,
    `select l.id as letter_id, l.status as letter_status, l.number, l.security_class, u.name as unit_name, s.state, s.started_at,
       s.typeset_at, s.page_count, s.sealed_at, s.accepted_at, s.failure_code, s.waiting_for, s.waiting_since, s.next_try_at,
       r.pending_recipients, r.failed_recipients,
       case when l.signed_sha256 is not null and r.undelivered = 0
         then coalesce(r.first_delivered_at, l.dispatched_at, s.accepted_at) end as delivered_at
     from letter l
     join org_unit u on u.agency_id = l.agency_id and u.id = l.unit_id
     left join lateral (
       select * from signing_attempt where agency_id = l.agency_id and letter_id = l.id order by started_at desc, id desc limit 1
     ) s on true
     cross join lateral (
       select count(*) filter (where t.delivery_status = 'pending') as pending_recipients,
         count(*) filter (where t.delivery_status = 'failed') as failed_recipients,
         count(*) filter (where t.delivery_status = 'pending' and m.id is null) as undelivered,
         min(t.delivered_at) as first_delivered_at
       from letter_recipient t
       left join mail_message m on m.agency_id = t.agency_id and m.recipient_id = t.id
       where t.agency_id = l.agency_id and t.letter_id = l.id
     ) r
     where l.agency_id = :agencyId and l.id = :letterId`,
    letter,
    ProgressRow,
  );
}
