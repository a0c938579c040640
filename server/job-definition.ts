import type { z } from 'zod';

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
