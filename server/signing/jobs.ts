import { z } from 'zod';
import { job } from '../job-definition.ts';

const attempt = z.object({ letterId: z.uuid(), attemptId: z.uuid() });
const upToOneMinute = (tries: number) => Math.min(60_000, 500 * 2 ** Math.min(tries, 10));

export const signingJobs = {
  /** Typeset, assemble, sign B-B: the part that needs the passphrase. */
  'signing.seal': job({ payload: attempt, attempts: 20, backoffMs: upToOneMinute }),
  /** Timestamp, check, accept: may wait for days while the timestamp service is down. */
  'signing.timestamp': job({ payload: attempt, attempts: Number.POSITIVE_INFINITY, backoffMs: upToOneMinute }),
};
