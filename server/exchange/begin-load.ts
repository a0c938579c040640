import { uuidv7 } from 'uuidv7';
import type { Tx } from '../db.ts';
import { findLoadOf, insertLoad, type LoadWork, type NewLoad, setLoadAgain } from './load-queries.ts';

/**
 * The job for a source: a new one, or the one that took in the same bytes for the same unit before. That one goes on,
 * or looks again at what it refused; what is here stays as it is.
 */
export async function beginLoad(tx: Tx, wanted: Omit<NewLoad, 'id'>): Promise<LoadWork> {
  const { agencyId, unitId, sourceSha256, acceptsForeign } = wanted;
  await insertLoad(tx, { ...wanted, id: uuidv7() });
  const job = await findLoadOf(tx, { agencyId, unitId, sourceSha256 });
  if (!job) throw new Error('a load that was just begun is missing');
  if (job.status === 'failed' || (job.status === 'done' && job.refusedCount > 0)) {
    await setLoadAgain(tx, { agencyId, jobId: job.id, acceptsForeign });
    return { ...job, status: 'waiting', failure: null, finishedAt: null, refusedCount: 0 };
  }
  return job;
}
