import { z } from 'zod';
import { job } from '../job-definition.ts';

const upToOneMinute = (tries: number) => Math.min(60_000, 500 * 2 ** Math.min(tries, 10));
const attempts = Number.POSITIVE_INFINITY;

export const disposalJobs = {
  /** Lay out an official paper before its first signature. */
  'papers.typeset': job({ payload: z.object({ paperId: z.uuid() }), attempts, backoffMs: upToOneMinute }),
  /** Timestamp and check the newest signature of a paper; may wait for days while the timestamp service is down. */
  'papers.timestamp': job({ payload: z.object({ paperId: z.uuid() }), attempts, backoffMs: upToOneMinute }),
  /** Destroy the files of a disposal that is being executed, then take the bytes out of the store. */
  'disposal.destroy': job({ payload: z.object({ disposalId: z.uuid() }), attempts, backoffMs: upToOneMinute }),
};
