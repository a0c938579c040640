import { recordEvents } from '../audit/record-events.ts';
import { recordBlob } from '../files/files.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { StoredBlob } from '../files/files.ts';
import type { JobHandler, JobRun } from '../job-run.ts';
import { finishOutbox } from '../outbox.ts';
import { deskOfJob } from './desk-of-job.ts';
import {
  type ExportWork,
  findExport,
  isDestroyedSince,
  insertExportPart,
  setExportFailed,
  setExportReady,
  setExportRunning,
} from './export-queries.ts';
import { packFiles } from './pack-files.ts';
import { packOwnLetters } from './pack-own-letters.ts';
import { pathPart } from './package-entry.ts';
import { reportProgress } from './report-progress.ts';
import { writeParts } from './stored-parts.ts';
import { ZipWriter } from './zip-writer.ts';

const KEEP_MS = 7 * 24 * 3_600_000;
const LAST_TRY = 4;

/** Packs what was ordered into the file store. Begun anew when it was interrupted: nobody has half a package. */
export const makeExport: JobHandler<'exchange.export'> = async (deps, run, { exportId }) => {
  const { agencyId } = run.actor;
  const job = await deps.db.transaction({ agencyId }, async (tx) => {
    const found = await findExport(tx, { agencyId, exportId });
    const isOpen = found && (await setExportRunning(tx, { agencyId, exportId, totalCount: found.totalCount }));
    return isOpen ? found : undefined;
  });
  if (!job) return;
  try {
    const actor = await deskOfJob(deps, agencyId, job);
    if (!actor)
      throw new AppError('desk_invalid', {
        detail: 'Masa tugas jabatan yang meminta paket ini sudah berakhir. Minta lagi dari jabatan yang berlaku.',
      });
    const parts = await pack(deps, actor, job);
    await deps.checkpoint?.('export-packed');
    await keep(deps, run, { job, parts });
  } catch (error) {
    if (!(error instanceof AppError) && run.tries < LAST_TRY) throw error;
    const failure = error instanceof AppError ? error.message : 'Paket tidak dapat disusun. Hubungi administrator.';
    await deps.db.transaction({ agencyId }, (tx) =>
      setExportFailed(tx, { agencyId, exportId, failure, now: deps.now() }),
    );
    throw error;
  }
};

async function pack(deps: Deps, actor: DeskActor, job: ExportWork): Promise<StoredBlob[]> {
  const zip = new ZipWriter(deps.now());
  const progress = reportProgress(deps, actor.agencyId, job.id);
  const work = job.kind === 'bag' ? packFiles : packOwnLetters;
  const filled = work(deps, actor, { job, zip, progress }).catch((error: unknown) => {
    zip.fail(error instanceof Error ? error : new Error(String(error)));
    throw error;
  });
  const written = writeParts(deps, actor.agencyId, zip.output);
  const [first, second] = await Promise.allSettled([filled, written]);
  if (first.status === 'rejected') throw first.reason;
  if (second.status === 'rejected') throw second.reason;
  await progress.settle();
  return second.value;
}

async function keep(
  deps: Deps,
  run: JobRun,
  { job, parts }: { job: ExportWork; parts: readonly StoredBlob[] },
): Promise<void> {
  const { agencyId } = run.actor;
  const now = deps.now();
  await deps.db.transaction({ agencyId }, async (tx) => {
    const sizeBytes = parts.reduce((sum, part) => sum + part.sizeBytes, 0);
    const fileName = `${pathPart(job.title)}-${now.toISOString().slice(0, 10)}.zip`;
    const key = { agencyId, exportId: job.id };
    if (await isDestroyedSince(tx, { ...key, since: job.createdAt }))
      throw new AppError('wrong_state', {
        detail: 'Berkas dalam paket ini dimusnahkan selagi paket disusun. Minta paket baru.',
      });
    const isOurs = await setExportReady(tx, {
      ...key,
      fileName,
      sizeBytes,
      now,
      expiresAt: new Date(now.getTime() + KEEP_MS),
    });
    if (!isOurs) return;
    for (const [ordinal, part] of parts.entries()) {
      await recordBlob(tx, { ...part, agencyId, mediaType: 'application/zip' }, { kind: 'export', id: job.id, now });
      await insertExportPart(tx, { ...key, ordinal, ...part });
    }
    await finishOutbox(tx, run.outboxId, now);
    await recordEvents(tx, deps, run.actor, [
      { action: 'export.made', detail: { exportId: job.id, kind: job.kind, sizeBytes } },
    ]);
  });
}
