import { recordEvents } from '../audit/record-events.ts';
import { read } from '../command.ts';
import type { InputOf } from '../contract.ts';
import type { Tx } from '../db.ts';
import type { Deps, DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import type { FileReply } from '../http.ts';
import { refuseReading } from '../letters/access.ts';
import type { getDispositionFileEndpoint } from './contract.ts';
import { hidesContent, isSheetHidden } from './describe-items.ts';
import { findFile, findItemOfReport, findItemOfSheet, type StoredFile } from './files-queries.ts';
import { loadItem } from './load-tree.ts';
import { dispositionEvent } from './tell-desks.ts';

/** The file byte for byte as uploaded. One that nothing uses yet is its uploader's. */
export async function getDispositionFile(
  deps: Deps,
  actor: DeskActor,
  { fileId }: InputOf<typeof getDispositionFileEndpoint>,
): Promise<FileReply> {
  const { agencyId } = actor;
  const file = await read(deps, actor, async (tx) => {
    const found = await findFile(tx, { agencyId, fileId });
    if (!found) throw new AppError('not_found');
    await requireRight(tx, deps, actor, found);
    return found;
  });
  return {
    bytes: await deps.files.read(agencyId, file.sha256),
    mediaType: file.mediaType,
    fileName: file.fileName,
    disposition: 'attachment',
  };
}

async function requireRight(tx: Tx, deps: Deps, actor: DeskActor, file: StoredFile): Promise<void> {
  if (file.ownerKind === null && file.positionId === actor.positionId) return;
  const itemId = await itemOf(tx, actor.agencyId, file);
  if (itemId === undefined) throw new AppError('not_found');
  const { tree, item } = await loadItem(tx, deps, actor, { itemId, isLocked: false });
  const isHidden = file.ownerKind === 'sheet' ? isSheetHidden(tree, item) : hidesContent(tree, item);
  if (isHidden) refuseReading(tree.row);
  const facts = { itemId, fileId: file.id };
  await recordEvents(tx, deps, actor, [dispositionEvent(tree.row, 'disposition.file_downloaded', facts)]);
}

async function itemOf(tx: Tx, agencyId: string, { ownerKind, ownerId }: StoredFile): Promise<string | undefined> {
  if (ownerId === null) return undefined;
  if (ownerKind === 'report') return findItemOfReport(tx, agencyId, ownerId);
  return ownerKind === 'sheet' ? findItemOfSheet(tx, agencyId, ownerId) : ownerId;
}
