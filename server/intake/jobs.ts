import { z } from 'zod';
import { job } from '../job-definition.ts';

export const intakeJobs = {
  /** Pages, text, proposals and verdict of an item; a newer version of the item has a job of its own. */
  'intake.read': job({
    payload: z.object({ intakeId: z.uuid(), version: z.int() }),
    attempts: Number.POSITIVE_INFINITY,
    backoffMs: (tries) => Math.min(60_000, 1000 * 2 ** Math.min(tries, 6)),
  }),
};
