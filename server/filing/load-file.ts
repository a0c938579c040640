import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { today } from '../organisation/directory.ts';
import type { FileDetail } from './file-shapes.ts';
import { type LockedFile, lockFiles } from './file-command-queries.ts';
import {
  type FileDetailRow,
  findFile,
  findFileName,
  listCodesUpwards,
  listOpenHolds,
  sumFile,
} from './file-queries.ts';
import { findOpenLoan } from './loan-queries.ts';
import { archivistUnits, scopeOf } from './scope.ts';
import { FILE_ACTIONS, type FileAction, isFileActionPossible } from './states.ts';

export interface LoadedFile {
  row: FileDetailRow;
  isArchivist: boolean;
}

/** A file that this desk may see; all others are not there for it. */
export async function loadFile(tx: Tx, actor: DeskActor, fileId: string): Promise<LoadedFile> {
  const row = await findFile(tx, scopeOf(actor), fileId);
  if (!row) throw new AppError('not_found');
  return { row, isArchivist: archivistUnits(actor).includes(row.unitId) };
}

export const STALE_FILE = 'Berkas sudah diubah di tempat lain. Muat ulang berkas, lalu ulangi.';
const REFUSALS: Record<FileAction, string> = {
  add: 'Berkas ini sudah ditutup atau digabung, jadi tidak dapat menerima item. Pilih berkas yang masih terbuka.',
  edit: 'Berkas ini sudah digabung, dimusnahkan, atau diserahkan, jadi datanya tidak diubah lagi.',
  close: 'Berkas ini tidak sedang terbuka. Muat ulang berkas.',
  reopen: 'Berkas hanya dapat dibuka kembali selama masih aktif. Muat ulang berkas.',
  set_trigger: 'Tanggal pemicu hanya untuk berkas yang sudah ditutup dan masih aktif.',
  merge: 'Hanya berkas yang masih terbuka yang dapat digabung. Muat ulang berkas.',
  lend: 'Berkas ini tidak dapat dipinjamkan: sudah digabung, dimusnahkan, atau diserahkan.',
  hold: 'Berkas ini tidak dapat ditahan: sudah digabung, dimusnahkan, atau diserahkan.',
};

/** @throws AppError `wrong_state` */
export function requirePossible(file: Pick<LockedFile, 'status' | 'lifecycle'>, action: FileAction): void {
  if (!isFileActionPossible(file, action)) throw new AppError('wrong_state', { detail: REFUSALS[action] });
}

/** The file locked for a command of its archivist. */
export async function lockFileFor(
  tx: Tx,
  actor: DeskActor,
  wanted: { fileId: string; action: FileAction; version?: number; alsoLock?: readonly string[] },
): Promise<{ file: LockedFile; others: LockedFile[] }> {
  const { agencyId } = actor;
  const locked = await lockFiles(tx, { agencyId, fileIds: [wanted.fileId, ...(wanted.alsoLock ?? [])] });
  const file = locked.find(({ id }) => id === wanted.fileId);
  if (!file) throw new AppError('not_found');
  await requireOwn(tx, actor, file);
  requirePossible(file, wanted.action);
  if (wanted.version !== undefined && wanted.version !== file.version)
    throw new AppError('stale_version', { detail: STALE_FILE });
  return { file, others: locked.filter(({ id }) => id !== wanted.fileId) };
}

/** Not there for desks that may not see it; forbidden to those that only see it. */
async function requireOwn(tx: Tx, actor: DeskActor, file: LockedFile): Promise<void> {
  if (!archivistUnits(actor).includes(file.unitId)) {
    await loadFile(tx, actor, file.id);
    throw new AppError('forbidden', { detail: 'Hanya arsiparis unit yang berhak mengubah berkas ini.' });
  }
  if (!actor.canAct) throw new AppError('desk_read_only');
}

/** A file as its page shows it. */
export async function describeFile(tx: Tx, deps: Deps, actor: DeskActor, fileId: string): Promise<FileDetail> {
  const { row, isArchivist } = await loadFile(tx, actor, fileId);
  const { agencyId } = actor;
  const { date } = await today(tx, deps, agencyId);
  const sums = await sumFile(tx, { agencyId, fileId, isArchivist });
  const holds = await listOpenHolds(tx, { agencyId, fileId });
  const loan = await findOpenLoan(tx, { agencyId, fileId });
  const codes = await listCodesUpwards(tx, { agencyId, codes: [row.classificationCode] });
  const merged = row.mergedIntoId === null ? undefined : await findFileName(tx, { agencyId, fileId: row.mergedIntoId });
  const {
    boxId,
    boxCode,
    boxRoom,
    boxRack,
    frozenRule,
    currentRule,
    mergedIntoId: _merged,
    createdAt: _made,
    ...plain
  } = row;
  return {
    ...plain,
    ...sums,
    path: codes.map(({ code, name }) => ({ code, name })),
    rule: frozenRule === null ? { ...currentRule, isFrozen: false } : { ...frozenRule, isFrozen: true },
    box: boxId === null ? null : { id: boxId, code: boxCode ?? '', room: boxRoom ?? '', rack: boxRack ?? '' },
    mergedInto: merged ?? null,
    holds: isArchivist ? holds : [],
    loan: loan && { ...loan, isLate: loan.dueDate < date },
    actions: isArchivist && actor.canAct ? FILE_ACTIONS.filter((action) => isFileActionPossible(row, action)) : [],
    today: date,
  };
}
