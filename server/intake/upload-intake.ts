import { uuidv7 } from 'uuidv7';
import { recordEvents } from '../audit/record-events.ts';
import { command, read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { recordBlob, type StoredBlob } from '../files/files.ts';
import { requireUnit } from '../incoming/registry-rights.ts';
import { enqueue } from '../outbox.ts';
import { type ReadableKind, recogniseFile } from '../reading/recognise-file.ts';
import type { IntakeListItem, uploadIntakeEndpoint } from './contract.ts';
import { describeItem } from './describe-intake.ts';
import { loadIntake, loadWaiting } from './load-intake.ts';
import { insertFile, insertIntake, listFiles, setReading } from './queries.ts';
import { tellRegistry } from './tell-registry.ts';

const MEDIA_TYPES: Record<ReadableKind, string> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tiff: 'image/tiff',
};
const MOST_FILES = 60;
const MOST_BYTES = 200 * 1024 * 1024;
/** Photos come one by one; what is read before the last of them would be read again. */
const SETTLING_MS = 2500;

type Upload = InputOf<typeof uploadIntakeEndpoint> & { bytes: Buffer };

/** Takes a scan into the queue. When it answers, the bytes are on disk and the item is in the database. */
export async function uploadIntake(deps: Deps, actor: DeskActor, input: Upload): Promise<IntakeListItem> {
  const unitId = requireUnit(actor, 'receive');
  if (!actor.canAct) throw new AppError('desk_read_only');
  const kind = recogniseFile(input.bytes);
  if (kind === undefined) throw new AppError('scan_not_document');
  const { intakeId } = input;
  if (intakeId !== undefined) await read(deps, actor, (tx) => loadIntake(tx, actor, intakeId));
  const stored = await deps.files.write(actor.agencyId, input.bytes);
  return command(deps, actor, async (tx) => {
    const added = { ...stored, fileName: cleanName(input.fileName), mediaType: MEDIA_TYPES[kind] };
    const item =
      intakeId === undefined
        ? await addItem(tx, deps, actor, { added, unitId, source: input.source })
        : await addToItem(tx, deps, actor, { added, intakeId });
    await recordEvents(tx, deps, actor, [
      { action: 'incoming.received', letterId: item.id, detail: { source: item.source, sha256: stored.sha256 } },
    ]);
    return item;
  });
}

interface Added extends StoredBlob {
  fileName: string;
  mediaType: string;
}

async function addItem(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { added, unitId, source }: { added: Added; unitId: string; source: Upload['source'] },
): Promise<IntakeListItem> {
  const { agencyId, positionId, personId } = actor;
  const id = uuidv7();
  const now = deps.now();
  await insertIntake(tx, {
    ...{ agencyId, id, unitId, source, positionId, personId, now },
    ...{ state: 'reading', title: added.fileName, mailFrom: null, mailSubject: null, mailText: null, problems: [] },
  });
  return addFile(tx, deps, actor, { added, intakeId: id, ordinal: 1, version: 1 });
}

async function addToItem(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { added, intakeId }: { added: Added; intakeId: string },
): Promise<IntakeListItem> {
  await loadWaiting(tx, actor, { intakeId, task: 'receive' });
  const files = await listFiles(tx, { agencyId: actor.agencyId, intakeId });
  const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, added.sizeBytes);
  if (files.length >= MOST_FILES || sizeBytes > MOST_BYTES)
    throw new AppError('payload_too_large', {
      detail: `Satu surat paling banyak ${MOST_FILES} berkas, bersama-sama ${MOST_BYTES / 1024 / 1024} MB. Gabungkan atau perkecil berkasnya.`,
    });
  const version = await setReading(tx, { agencyId: actor.agencyId, intakeId });
  return addFile(tx, deps, actor, { added, intakeId, ordinal: files.length + 1, version });
}

async function addFile(
  tx: Tx,
  deps: Deps,
  actor: DeskActor,
  { added, intakeId, ordinal, version }: { added: Added; intakeId: string; ordinal: number; version: number },
): Promise<IntakeListItem> {
  const { agencyId } = actor;
  const now = deps.now();
  await recordBlob(tx, { ...added, agencyId }, { kind: 'intake_file', id: intakeId, now });
  await insertFile(tx, { ...added, agencyId, intakeId, ordinal, isReadable: true });
  const notBefore = new Date(now.getTime() + (ordinal > 1 ? SETTLING_MS : 0));
  await enqueue(tx, agencyId, 'intake.read', { intakeId, version }, { now, notBefore });
  const row = await loadIntake(tx, actor, intakeId);
  await tellRegistry(tx, { agencyId, intakeId, unitId: row.unitId, now });
  return describeItem(row);
}

const cleanName = (name: string) =>
  name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}/\\]/gu, ' ')
    .trim()
    .slice(0, 200) || 'pindaian';
