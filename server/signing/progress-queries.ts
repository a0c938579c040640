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
export function findProgress(
  tx: Tx,
  letter: { agencyId: string; letterId: string },
): Promise<ProgressRow | undefined> {
  return one(
    tx,
    `select l.id as letter_id, l.status as letter_status, l.number, l.security_class, u.name as unit_name, s.state, s.started_at,
       s.typeset_at, s.page_count, s.sealed_at, s.accepted_at, s.failure_code, s.waiting_for, s.waiting_since, s.next_try_at,
       r.pending_recipients, r.failed_recipients,
       case when r.pending_internal = 0 and l.signed_sha256 is not null and r.settled > 0
         then coalesce(r.delivered_at, l.dispatched_at, s.accepted_at) end as delivered_at
     from letter l
     join org_unit u on u.agency_id = l.agency_id and u.id = l.unit_id
     left join lateral (
       select * from signing_attempt where agency_id = l.agency_id and letter_id = l.id order by started_at desc, id desc limit 1
     ) s on true
     cross join lateral (
       select count(*) filter (where delivery_status = 'pending') as pending_recipients,
         count(*) filter (where delivery_status = 'failed') as failed_recipients,
         count(*) filter (where delivery_status = 'pending' and kind = 'internal') as pending_internal,
         count(*) filter (where delivery_status <> 'pending' or incoming_id is not null) + (l.status in ('dispatched', 'revoked'))::int
           + (exists (select from mail_message m where m.agency_id = l.agency_id and m.letter_id = l.id))::int as settled,
         max(delivered_at) as delivered_at
       from letter_recipient where agency_id = l.agency_id and letter_id = l.id
     ) r
     where l.agency_id = :agencyId and l.id = :letterId`,
    letter,
    ProgressRow,
  );
}
