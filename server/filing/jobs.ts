import { z } from 'zod';
import { job } from '../job-definition.ts';

const retryMs = (tries: number): number => Math.min(60_000, 1000 * 2 ** Math.min(tries, 6));

export const filingJobs = {
  /** File the sender's and the receivers' copies under the classification. */
  'records.file': job({
    payload: z.object({ letterId: z.uuid() }),
    attempts: Number.POSITIVE_INFINITY,
    backoffMs: retryMs,
  }),
  /** Text of an archived document; a newer version of it has a job of its own. */
  'records.read_document': job({
    payload: z.object({ documentId: z.uuid(), version: z.int() }),
    attempts: Number.POSITIVE_INFINITY,
    backoffMs: retryMs,
  }),
  /** File an incoming letter that is done. */
  'records.file_incoming': job({
    payload: z.object({ incomingId: z.uuid() }),
    attempts: Number.POSITIVE_INFINITY,
    backoffMs: retryMs,
  }),
};
