import { z } from 'zod';
import { job } from '../job-definition.ts';

export const deliveryJobs = {
  /** Incoming letters, agenda numbers, access and outgoing mails of a signed letter. */
  'delivery.deliver': job({
    payload: z.object({ letterId: z.uuid() }),
    attempts: Number.POSITIVE_INFINITY,
    backoffMs: (tries) => Math.min(60_000, 1000 * 2 ** Math.min(tries, 6)),
  }),
  /** Hand one e-mail over to the next server; five days in all, as mail servers themselves keep trying. */
  'delivery.mail': job({
    payload: z.object({ letterId: z.uuid(), mailId: z.uuid() }),
    attempts: 128,
    backoffMs: (tries) => Math.min(3_600_000, 5000 * 2 ** Math.min(tries, 10)),
  }),
};
