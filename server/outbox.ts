import { uuidv7 } from 'uuidv7';
import { run, type Tx } from './db.ts';
import { JOBS, type JobName, type PayloadOf } from './jobs.ts';

/** Records work to be done after this transaction commits. The queue only carries the row's id. */
export async function enqueue<N extends JobName>(
  tx: Tx,
  agencyId: string,
  name: N,
  payload: PayloadOf<N>,
  at: { now: Date; notBefore?: Date },
): Promise<string> {
  const id = uuidv7();
  await run(
    tx,
    `insert into outbox (id, agency_id, job, payload, created_at, not_before)
     values (:id, :agencyId, :name, :payload::jsonb, :now, :notBefore)`,
    {
      id,
      agencyId,
      name,
      payload: JSON.stringify(JOBS[name].payload.parse(payload)),
      now: at.now,
      notBefore: at.notBefore ?? at.now,
    },
  );
  return id;
}

/** Marks a row done in the transaction of its effect; false when another run has done it already. */
export async function finishOutbox(tx: Tx, outboxId: string, now: Date): Promise<boolean> {
  return (
    (await run(tx, `update outbox set done_at = :now where id = :outboxId and done_at is null`, { outboxId, now })) ===
    1
  );
}
