import { z } from 'zod';
import { job } from '../job-definition.ts';

const retryMs = (tries: number): number => Math.min(60_000, 1000 * 2 ** Math.min(tries, 6));

export const exchangeJobs = {
  /** Pack files (berkas) or the letters of a person. */
  'exchange.export': job({ payload: z.object({ exportId: z.uuid() }), attempts: 5, backoffMs: retryMs }),
  /** Take in an uploaded table or package. */
  'exchange.load': job({
    payload: z.object({ loadId: z.uuid() }),
    attempts: Number.POSITIVE_INFINITY,
    backoffMs: retryMs,
  }),
};
