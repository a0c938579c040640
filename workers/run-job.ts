import type { Deps } from '../server/deps.ts';
import { AppError } from '../server/errors.ts';
import { type JobHandler, type JobRun, TryLater } from '../server/job-run.ts';
import { JOBS, type JobName } from '../server/jobs.ts';
import { finishOutbox } from '../server/outbox.ts';
import { HANDLERS } from './handlers.ts';
import { findOpenRow, type OutboxRow, setFailed, setRetry } from './outbox-queries.ts';

export type JobOutcome = 'done' | 'retry' | 'failed' | 'gone';

export interface RunJobOptions {
  /** Events of this run say that the demonstration was being written. */
  isSeeded?: boolean;
}

const NO_TENANT = { agencyId: null };
const ERROR_LENGTH = 500;

/**
 * Runs the work an outbox row asks for and writes down how it ended. The outbox decides about retries, never the queue:
 * this does not throw for a job that fails, only when the outcome itself cannot be written.
 */
export async function runJob(deps: Deps, outboxId: string, options: RunJobOptions = {}): Promise<JobOutcome> {
  const row = await deps.db.transaction(NO_TENANT, (tx) => findOpenRow(tx, outboxId));
  if (!row) return 'gone';
  if (!isJobName(row.job)) return giveUp(deps, row, new Error(`no job is called ${row.job}`));
  try {
    await handle(deps, row, row.job, options);
    await deps.db.transaction(NO_TENANT, (tx) => finishOutbox(tx, row.id, deps.now()));
    return 'done';
  } catch (error) {
    return await settle(deps, row, row.job, error);
  }
}

function isJobName(name: string): name is JobName {
  return Object.hasOwn(JOBS, name);
}

async function handle(deps: Deps, row: OutboxRow, name: JobName, options: RunJobOptions): Promise<void> {
  const payload = JOBS[name].payload.parse(row.payload);
  const run: JobRun = {
    outboxId: row.id,
    actor: { kind: 'system', agencyId: row.agencyId, job: name, ...(options.isSeeded ? { isSeeded: true } : {}) },
    tries: row.attempts,
  };
  // Name, payload and handler belong together by the shape of HANDLERS.
  await (HANDLERS[name] as JobHandler<JobName>)(deps, run, payload);
}

async function settle(deps: Deps, row: OutboxRow, name: JobName, error: unknown): Promise<JobOutcome> {
  const attempts = row.attempts + 1;
  if (error instanceof AppError || attempts >= JOBS[name].attempts) return giveUp(deps, row, error);
  const notBefore =
    error instanceof TryLater ? error.retryAt : new Date(deps.now().getTime() + JOBS[name].backoffMs(attempts));
  const facts = { err: error, job: name, outboxId: row.id, attempts, notBefore };
  if (error instanceof TryLater) deps.log.debug(facts, 'job waits for its turn');
  else deps.log.warn(facts, 'job will be tried again');
  await deps.db.transaction(NO_TENANT, (tx) =>
    setRetry(tx, { id: row.id, attempts, notBefore, error: describe(error) }),
  );
  return 'retry';
}

async function giveUp(deps: Deps, row: OutboxRow, error: unknown): Promise<JobOutcome> {
  deps.log.error({ err: error, job: row.job, outboxId: row.id }, 'job failed for good');
  await deps.db.transaction(NO_TENANT, (tx) =>
    setFailed(tx, { id: row.id, attempts: row.attempts + 1, now: deps.now(), error: describe(error) }),
  );
  return 'failed';
}

function describe(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, ERROR_LENGTH);
}
