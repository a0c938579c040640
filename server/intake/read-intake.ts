import type { Deps } from '../deps.ts';
import { type JobHandler, type JobRun, TryLater } from '../job-run.ts';
import { readFiles } from '../reading/read-files.ts';
import type { Reading } from '../reading/reading.ts';
import { recogniseFile } from '../reading/recognise-file.ts';
import type { IntakeVerdict } from './contract.ts';
import { examineSignatures } from './examine-signatures.ts';
import { type FileRow, type Key, listFiles } from './queries.ts';
import { findToRead } from './reading-queries.ts';
import { inReadingRoom } from './reading-room.ts';
import { storeReading } from './store-reading.ts';

const ROOM_FULL_MS = 1500;

/** Pages, text, proposals and verdict of an item. What cannot be read is said on the item, which stays registrable. */
export const readIntake: JobHandler<'intake.read'> = async (deps, run, { intakeId, version }) => {
  const key = { agencyId: run.actor.agencyId, intakeId };
  const files = await findFilesToRead(deps, key, version);
  if (files.length === 0) return;
  const done = await inReadingRoom(() => readAndStore(deps, run, { key, version, files }));
  if (!done) throw new TryLater(new Date(deps.now().getTime() + ROOM_FULL_MS), 'other scans are being read');
};

/** Nothing when the item is gone, read, or has a newer version with a job of its own. */
function findFilesToRead(deps: Deps, key: Key, version: number): Promise<FileRow[]> {
  return deps.db.transaction({ agencyId: key.agencyId }, async (tx) => {
    const item = await findToRead(tx, key);
    if (!item || item.version !== version || item.isRead || item.isDiscarded) return [];
    return (await listFiles(tx, key)).filter(({ isReadable }) => isReadable);
  });
}

async function readAndStore(
  deps: Deps,
  run: JobRun,
  { key, version, files }: { key: Key; version: number; files: readonly FileRow[] },
): Promise<void> {
  const loaded: (FileRow & { bytes: Uint8Array })[] = [];
  for (const file of files) loaded.push({ ...file, bytes: await deps.files.read(key.agencyId, file.sha256) });
  const reading: Reading = await readFiles(
    loaded.map(({ bytes }) => ({ bytes, kind: recogniseFile(bytes) })),
    { engine: await deps.ocrEngine },
  );
  await deps.checkpoint?.('intake-read');
  const verdict = await judge(deps, loaded);
  await storeReading(deps, run, { key, version, files, reading, verdict });
  await deps.checkpoint?.('intake-stored');
}

/** A check that cannot be made now does not keep the pages back. */
async function judge(deps: Deps, loaded: Parameters<typeof examineSignatures>[1]): Promise<IntakeVerdict | null> {
  try {
    return await examineSignatures(deps, loaded);
  } catch (error) {
    deps.log.error({ err: error }, 'signatures of an incoming file could not be checked');
    const reason = 'Tanda tangan elektronik belum dapat diperiksa. Pilih Baca ulang sebentar lagi.';
    return { verdict: 'unknown', reason, fileOrdinal: loaded[0]?.ordinal ?? 1, signatures: [] };
  }
}
