import type { Deps } from '../server/deps.ts';
import { findNextDue } from './outbox-queries.ts';
import { type JobOutcome, runJob, type RunJobOptions } from './run-job.ts';

/**
 * Does all due work through the real handlers, oldest first, without a queue: for tests and for writing the
 * demonstration. Returns how each run ended; what is to be tried later stays in the outbox.
 */
export async function drainOutbox(deps: Deps, options: RunJobOptions = {}): Promise<JobOutcome[]> {
  const outcomes: JobOutcome[] = [];
  for (;;) {
    const id = await deps.db.transaction({ agencyId: null }, (tx) => findNextDue(tx, deps.now()));
    if (id === undefined) return outcomes;
    outcomes.push(await runJob(deps, id, options));
  }
}
