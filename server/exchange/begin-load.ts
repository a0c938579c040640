import { uuidv7 } from 'uuidv7';
import type { Tx } from '../db.ts';
import { findLoadOf, insertLoad, type LoadWork, type NewLoad, setLoadAgain } from './load-queries.ts';

/**
 * The job for a source: a new one, or the one that took in the same bytes for the same unit before. That one goes on,
 * or looks again at what it refused; what is here stays as it is. Bytes that were given as the wrong kind, so that
 * nothing of them came in, are taken as the kind that is wanted now.
 */
export async function beginLoad(tx: Tx, wanted: Omit<NewLoad, 'id'>): Promise<LoadWork> {
  const { agencyId, unitId, sourceSha256, acceptsForeign } = wanted;
  await insertLoad(tx, { ...wanted, id: uuidv7() });
  const find = () => findLoadOf(tx, { agencyId, unitId, sourceSha256 });
  const job = await find();
  if (!job) throw new Error('a load that was just begun is missing');
  if (!goesAgain(job, wanted.kind)) return job;
  // Once rows of it are documents, the job stays what it is.
  const kind = job.loadedCount === 0 ? wanted.kind : job.kind;
  await setLoadAgain(tx, { agencyId, jobId: job.id, kind, acceptsForeign });
  return (await find()) ?? job;
}

/** A running job is left to its end: it would stage rows of the kind it began with. */
function goesAgain(job: LoadWork, kind: NewLoad['kind']): boolean {
  if (job.status === 'failed' || (job.status === 'done' && job.refusedCount > 0)) return true;
  return job.status !== 'running' && job.kind !== kind && job.loadedCount === 0;
}
