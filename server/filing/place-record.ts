import type { AuditEntry } from '../audit/record-events.ts';
import type { Tx } from '../db.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../errors.ts';
import { recordSubject } from './describe-item.ts';
import { type LockedFile, lockFiles } from './file-command-queries.ts';
import { requirePossible } from './load-file.ts';
import { type RecordRow, setPlace, setStandingCertain } from './record-queries.ts';

export interface Placing {
  record: Pick<
    RecordRow,
    'id' | 'version' | 'unitId' | 'fileId' | 'filing' | 'reason' | 'letterId' | 'incomingId' | 'documentId'
  >;
  fileId: string;
  /** Null when a sweep or an import files. */
  by: { positionId: string; personId: string } | null;
  /** Why it leaves the file it was filed in. */
  moveReason?: string;
}

export const STALE_RECORD = 'Item ini sudah diberkaskan atau dipindahkan orang lain. Muat ulang daftarnya.';

/**
 * Files an item as the last of an open file of its unit, or moves it there from another open file. Files are locked
 * first, then the item; the caller records the events, last.
 * @throws AppError `not_found`, `wrong_state`, `stale_version`
 */
export async function placeRecord(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  agencyId: string,
  { record, fileId, by, moveReason = '' }: Placing,
): Promise<{ file: LockedFile; events: AuditEntry[] }> {
  const fileIds = [fileId, ...(record.fileId === null ? [] : [record.fileId])];
  const locked = await lockFiles(tx, { agencyId, fileIds });
  const file = locked.find(({ id }) => id === fileId);
  if (file?.unitId !== record.unitId)
    throw new AppError('not_found', { detail: 'Berkas tujuan tidak ditemukan pada unit ini. Pilih berkas lain.' });
  requirePossible(file, 'add');
  const from = record.filing === 'filed' ? locked.find(({ id }) => id === record.fileId) : undefined;
  if (from) requireLeaving(from, file);
  const isAsProposed = record.fileId === fileId && record.reason !== 'manual';
  const place = { agencyId, recordId: record.id, version: record.version, fileId, now: deps.now() };
  const isPlaced = await setPlace(tx, {
    ...place,
    reason: isAsProposed ? record.reason : 'manual',
    positionId: by?.positionId ?? null,
    personId: by?.personId ?? null,
  });
  if (!isPlaced) throw new AppError('stale_version', { detail: STALE_RECORD });
  if (file.isStanding) await setStandingCertain(tx, { agencyId, fileIds: [fileId] });
  const moved = from ? { fromFileId: from.id, ...(moveReason === '' ? {} : { reason: moveReason }) } : {};
  const detail = { recordId: record.id, fileId, ...moved };
  return {
    file,
    events: [{ action: from ? 'record.moved' : 'record.placed', letterId: recordSubject(record), detail }],
  };
}

function requireLeaving(from: LockedFile, to: LockedFile): void {
  if (from.id === to.id)
    throw new AppError('wrong_state', { detail: 'Item ini sudah berada di berkas itu. Pilih berkas lain.' });
  if (from.status !== 'open')
    throw new AppError('wrong_state', {
      detail: 'Berkas asal item ini sudah ditutup. Buka kembali berkasnya sebelum memindahkan item.',
    });
}
