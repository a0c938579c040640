import { z } from 'zod';
import { many, run, type Tx } from '../db.ts';

const Stuck = z.object({ id: z.uuid(), letterId: z.uuid(), state: z.enum(['numbered', 'typeset', 'sealed']) });
export type StuckAttempt = z.output<typeof Stuck>;

/** Running attempts past the passphrase's life, or that no open outbox row will move on. */
export function listStuckAttempts(
  tx: Tx,
  limits: { agencyId: string; startedBefore: Date; idleBefore: Date },
): Promise<StuckAttempt[]> {
  return many(
    tx,
    `select s.id, s.letter_id, s.state from signing_attempt s
     where s.agency_id = :agencyId and (
       (s.state in ('numbered', 'typeset') and s.started_at <= :startedBefore)
       or (s.state in ('numbered', 'typeset', 'sealed') and coalesce(s.sealed_at, s.started_at) <= :idleBefore and not exists (
         select from outbox o where o.agency_id = s.agency_id and o.payload ->> 'attemptId' = s.id::text
           and o.job in ('signing.seal', 'signing.timestamp') and o.done_at is null and o.failed_at is null)))
     order by s.started_at limit 100`,
    limits,
    Stuck,
  );
}

export function deleteExpiredSecrets(tx: Tx, now: Date): Promise<number> {
  return run(tx, `delete from signing_secret where expires_at <= :now`, { now });
}
