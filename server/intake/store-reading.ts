import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import { recordBlob, releaseBlobs, type StoredBlob } from '../files/files.ts';
import { keepPageCount, lockRegistrationOf } from '../registration/keep-page-count.ts';
import type { JobRun } from '../job-run.ts';
import { finishOutbox } from '../outbox.ts';
import type { Reading, ReadPage } from '../reading/reading.ts';
import { bandKeys } from '../reading/sign-text.ts';
import type { IntakeVerdict, Proposals } from './contract.ts';
import { deriveProposals, deriveSignature, pageText, pageWords } from './derive-reading.ts';
import { describeReadingFailure } from './describe-reading-failure.ts';
import { type FileRow, type Key, lockIntake } from './queries.ts';
import {
  findToRead,
  type PageToStore,
  type ReadingResult,
  replaceBands,
  replacePages,
  setRead,
} from './reading-queries.ts';
import { tellRegistry } from './tell-registry.ts';

export interface FinishedReading {
  key: Key;
  version: number;
  files: readonly FileRow[];
  reading: Reading;
  verdict: IntakeVerdict | null;
}

/**
 * Writes images first, then everything in one transaction that also ends the job; a repeated run puts the same in the
 * same place. A result for an older version of the item is dropped.
 */
export async function storeReading(deps: Deps, run: JobRun, finished: FinishedReading): Promise<void> {
  const { key, files, reading } = finished;
  const { agencyId, intakeId } = key;
  const images = new Map<ReadPage, StoredBlob>();
  for (const page of reading.pages) images.set(page, await deps.files.write(agencyId, page.webp));
  const searchable = reading.searchablePdf === null ? null : await deps.files.write(agencyId, reading.searchablePdf);
  const result = { ...deriveResult(deps, finished), searchableSha256: searchable?.sha256 ?? null };
  await deps.db.transaction({ agencyId }, async (tx) => {
    const now = deps.now();
    const incomingId = await lockRegistrationOf(tx, key);
    const item = await lockForResult(tx, finished);
    if (item) {
      await checkRegistration(tx, key, incomingId);
      const pages = reading.pages.map((page, index) => pageRow(files, images, { page, index }));
      await keepBlobs(tx, { key, images: [...images.values()], searchable, now });
      await replacePages(tx, key, pages);
      await replaceBands(tx, key, bandKeys(result.signature));
      await setRead(tx, key, { ...result, now });
      if (incomingId !== null) await keepPageCount(tx, { agencyId, incomingId, pageCount: pages.length });
      await tellRegistry(tx, { agencyId, intakeId, unitId: item.unitId, now });
    }
    await finishOutbox(tx, run.outboxId, now);
  });
}

function deriveResult(
  deps: Deps,
  { files, reading, verdict }: FinishedReading,
): Omit<ReadingResult, 'searchableSha256'> {
  const { failure, engine, pages } = reading;
  const failed = failure && (files[failure.fileIndex] ?? files[0]);
  return {
    engine,
    verdict,
    failure: failure && describeReadingFailure(failure.code, failed?.fileName ?? ''),
    proposals: propose(deps, reading),
    signature: deriveSignature(pages),
  };
}

async function lockForResult(tx: Tx, { key, version }: FinishedReading): Promise<{ unitId: string } | undefined> {
  await lockIntake(tx, key);
  const item = await findToRead(tx, key);
  return item && item.version === version && !item.isRead && !item.isDiscarded ? item : undefined;
}

/** The lock order is letter, then item: one that was registered between the two locks is read in the next run. */
async function checkRegistration(tx: Tx, key: Key, incomingId: string | null): Promise<void> {
  if ((await lockRegistrationOf(tx, key)) !== incomingId) throw new Error('registered while its reading was stored');
}

function propose(deps: Deps, { pages }: Reading): Proposals {
  try {
    return deriveProposals(pages);
  } catch (error) {
    deps.log.error({ err: error }, 'no fields could be proposed');
    return {};
  }
}

function pageRow(
  files: readonly FileRow[],
  images: ReadonlyMap<ReadPage, StoredBlob>,
  { page, index }: { page: ReadPage; index: number },
): PageToStore {
  return {
    ordinal: index + 1,
    fileOrdinal: files[page.fileIndex]?.ordinal ?? 1,
    pageNumber: page.pageNumber,
    imageSha256: images.get(page)?.sha256 ?? '',
    widthPx: page.widthPx,
    heightPx: page.heightPx,
    textSource: page.source,
    text: pageText(page),
    words: pageWords(page),
  };
}

async function keepBlobs(
  tx: Tx,
  kept: { key: Key; images: readonly StoredBlob[]; searchable: StoredBlob | null; now: Date },
): Promise<void> {
  const { key, images, searchable, now } = kept;
  const { agencyId, intakeId: id } = key;
  for (const kind of ['intake_page', 'intake_searchable']) await releaseBlobs(tx, { agencyId, kind, id });
  for (const image of images)
    await recordBlob(tx, { ...image, agencyId, mediaType: 'image/webp' }, { kind: 'intake_page', id, now });
  if (searchable === null) return;
  const mediaType = 'application/pdf';
  await recordBlob(tx, { ...searchable, agencyId, mediaType }, { kind: 'intake_searchable', id, now });
}
