import type { z } from 'zod';
import { deliveryJobs } from './delivery/jobs.ts';
import { recordsJobs } from './records/jobs.ts';
import { signingJobs } from './signing/jobs.ts';

export interface JobDefinition<P extends z.ZodType = z.ZodType> {
  payload: P;
  /** Tries before the outbox marks the row failed; `Infinity` for work that only waits for the outside. */
  attempts: number;
  /** Wait before try n (1-based), in milliseconds. */
  backoffMs: (attempt: number) => number;
}

/** Declares a job of a feature. */
export function job<P extends z.ZodType>(definition: JobDefinition<P>): JobDefinition<P> {
  return definition;
}

/** Every job by name: payload schema, attempts, backoff. */
export const JOBS = { ...signingJobs, ...deliveryJobs, ...recordsJobs };

export type JobName = keyof typeof JOBS;
export type PayloadOf<N extends JobName> = z.output<(typeof JOBS)[N]['payload']>;
