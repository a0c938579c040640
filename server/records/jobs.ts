import { z } from 'zod';
import { job } from '../job-definition.ts';

export const recordsJobs = {
  /** File the sender's and the receivers' copies under the classification. */
  'records.file': job({
    payload: z.object({ letterId: z.uuid() }),
    attempts: Number.POSITIVE_INFINITY,
    backoffMs: (tries) => Math.min(60_000, 1000 * 2 ** Math.min(tries, 6)),
  }),
};
