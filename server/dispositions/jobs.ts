import { z } from 'zod';
import { job } from '../job-definition.ts';

export const dispositionsJobs = {
  /** Brings a disposition to its recipients when its ten seconds are over. */
  'disposition.deliver': job({
    payload: z.object({ dispositionId: z.uuid() }),
    attempts: Number.POSITIVE_INFINITY,
    backoffMs: (tries) => Math.min(60_000, 1000 * 2 ** Math.min(tries, 6)),
  }),
};
