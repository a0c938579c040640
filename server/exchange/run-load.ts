import { recordEvents } from '../audit/record-events.ts';
import type { Deps, SystemActor } from '../deps.ts';
import { releaseBlobs } from '../files/files.ts';
import type { JobHandler } from '../job-run.ts';
import {
  deleteLoadParts,
  findLoad,
  listLoadParts,
  type LoadWork,
  setLoadDone,
  setLoadFailed,
  setLoadRunning,
} from './load-queries.ts';
import { loadPackage } from './load-package.ts';
import { tableSource, zipSource } from './load-source.ts';
import { loadTable } from './load-table.ts';
import { PackageRefused } from './package-refused.ts';
import { readParts } from './stored-parts.ts';
import { type StoredPart, ZipReader } from './zip-reader.ts';

/** Takes in what was uploaded; goes on where an interrupted run stopped. */
export const runLoad: JobHandler<'exchange.load'> = async (deps, run, { loadId }) => {
  const { agencyId } = run.actor;
  const parts = await deps.db.transaction({ agencyId }, (tx) => listLoadParts(tx, { agencyId, jobId: loadId }));
  await work(deps, run.actor, loadId, (job) => takeIn(deps, run.actor, { job, parts }));
  await deps.db.transaction({ agencyId }, async (tx) => {
    const job = await findLoad(tx, { agencyId, jobId: loadId });
    // What was uploaded is kept while rows of it may be tried again.
    if (job?.status !== 'done' || job.refusedCount > 0) return;
    await deleteLoadParts(tx, { agencyId, jobId: loadId });
    await releaseBlobs(tx, { agencyId, kind: 'load', id: loadId });
  });
};

/** Runs a load to its end and writes down how it ended; what is refused as a whole is said on the job. */
export async function work(
  deps: Deps,
  actor: SystemActor,
  jobId: string,
  take: (job: LoadWork) => Promise<void>,
): Promise<void> {
  const { agencyId } = actor;
  const job = await deps.db.transaction({ agencyId }, async (tx) =>
    (await setLoadRunning(tx, { agencyId, jobId })) ? findLoad(tx, { agencyId, jobId }) : undefined,
  );
  if (!job) return;
  try {
    await take(job);
  } catch (error) {
    if (!(error instanceof PackageRefused)) throw error;
    await end(deps, actor, { jobId, failure: error.message });
    return;
  }
  await end(deps, actor, { jobId, failure: null });
}

async function end(
  deps: Deps,
  actor: SystemActor,
  { jobId, failure }: { jobId: string; failure: string | null },
): Promise<void> {
  const { agencyId } = actor;
  const now = deps.now();
  await deps.db.transaction({ agencyId }, async (tx) => {
    if (failure === null) await setLoadDone(tx, { agencyId, jobId, now });
    else await setLoadFailed(tx, { agencyId, jobId, failure, now });
    const job = await findLoad(tx, { agencyId, jobId });
    const counts = { loaded: job?.loadedCount, known: job?.knownCount, refused: job?.refusedCount };
    const action = failure === null ? 'load.done' : 'load.refused';
    await recordEvents(tx, deps, actor, [{ action, detail: { loadId: jobId, ...counts } }]);
  });
}

async function takeIn(
  deps: Deps,
  actor: SystemActor,
  { job, parts }: { job: LoadWork; parts: readonly StoredPart[] },
): Promise<void> {
  const { agencyId } = actor;
  if (job.kind === 'table' && !(await isZip(deps, agencyId, parts))) {
    await loadTable(deps, actor, {
      agencyId,
      job,
      source: tableSource(() => Promise.resolve(readParts(deps, agencyId, parts))),
    });
    return;
  }
  const zip = await ZipReader.openParts(deps, agencyId, parts);
  try {
    if (job.kind === 'package') await loadPackage(deps, actor, { agencyId, job, zip });
    else await loadTable(deps, actor, { agencyId, job, source: zipSource(zip) });
  } finally {
    zip.close();
  }
}

async function isZip(deps: Deps, agencyId: string, parts: readonly StoredPart[]): Promise<boolean> {
  const [first] = parts;
  if (!first) throw new PackageRefused('Kiriman kosong.');
  return Buffer.from((await deps.files.read(agencyId, first.sha256)).subarray(0, 2)).toString('latin1') === 'PK';
}
