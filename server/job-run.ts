import type { Deps, SystemActor } from './deps.ts';
import type { JobName, PayloadOf } from './jobs.ts';

/** One run of a background job: the outbox row it answers for, and who it acts as. */
export interface JobRun {
  outboxId: string;
  actor: SystemActor;
  /** Runs that failed before this one. */
  tries: number;
}

/**
 * Delivery is at least once: a handler begins by reading state and returns when there is nothing left to do. It calls
 * `finishOutbox` in the transaction of its effect; a row it leaves open is marked done when it returns. An `AppError`
 * means that trying again is of no use; anything else is tried again later.
 */
export type JobHandler<N extends JobName> = (deps: Deps, run: JobRun, payload: PayloadOf<N>) => Promise<void>;

/** Thrown by a handler that has told people when it will go on. */
export class TryLater extends Error {
  readonly retryAt: Date;

  constructor(retryAt: Date, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TryLater';
    this.retryAt = retryAt;
  }
}
