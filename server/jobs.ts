import type { z } from 'zod';
import { deliveryJobs } from './delivery/jobs.ts';
import { disposalJobs } from './disposal/jobs.ts';
import { intakeJobs } from './intake/jobs.ts';
import { dispositionsJobs } from './dispositions/jobs.ts';
import { exchangeJobs } from './exchange/jobs.ts';
import { filingJobs } from './filing/jobs.ts';
import { signingJobs } from './signing/jobs.ts';

/** Every job by name: payload schema, attempts, backoff. */
export const JOBS = {
  ...signingJobs,
  ...deliveryJobs,
  ...intakeJobs,
  ...filingJobs,
  ...dispositionsJobs,
  ...disposalJobs,
  ...exchangeJobs,
};

export type JobName = keyof typeof JOBS;
export type PayloadOf<N extends JobName> = z.output<(typeof JOBS)[N]['payload']>;
