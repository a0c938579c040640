import { uuidv7 } from 'uuidv7';
import type { Tx } from '../db.ts';
import type { DeskActor } from '../deps.ts';
import { AppError } from '../errors.ts';
import { recordBlob } from '../files/files.ts';
import { insertFile, lockUnclaimed, setOwner, type StoredFile } from './files-queries.ts';

export interface Claim {
  ownerKind: 'item' | 'report' | 'sheet';
  ownerId: string;
  fileId: string;
  /** Where the file stands in the request. */
  path: string;
}

/**
 * Attaches files that this desk uploaded to what names them. A file that several recipients get is kept once and named
 * by each.
 * @throws AppError `invalid_input` when a file is not this desk's, or is used already
 */
export async function claimFiles(tx: Tx, actor: DeskActor, claims: readonly Claim[], now: Date): Promise<void> {
  if (claims.length === 0) return;
  const fileIds = [...new Set(claims.map(({ fileId }) => fileId))];
  const { agencyId, positionId } = actor;
  const files = new Map((await lockUnclaimed(tx, { agencyId, positionId, fileIds })).map((file) => [file.id, file]));
  const used = new Set<string>();
  for (const claim of claims) {
    const file = files.get(claim.fileId);
    if (!file)
      throw new AppError('invalid_input', {
        fields: [{ path: claim.path, message: 'Berkas tidak ditemukan atau sudah dipakai. Unggah lagi berkasnya.' }],
      });
    if (used.has(file.id)) await copyFile(tx, actor, { file, claim, now });
    else await setOwner(tx, { agencyId, id: file.id, ownerKind: claim.ownerKind, ownerId: claim.ownerId });
    used.add(file.id);
  }
}

async function copyFile(
  tx: Tx,
  actor: DeskActor,
  { file, claim, now }: { file: StoredFile; claim: Claim; now: Date },
): Promise<void> {
  const { agencyId, personId } = actor;
  const id = uuidv7();
  const { sha256, sizeBytes, mediaType } = file;
  await recordBlob(tx, { agencyId, sha256, sizeBytes, mediaType }, { kind: 'disposition_file', id, now });
  await insertFile(tx, { ...file, agencyId, id, personId, ownerKind: claim.ownerKind, ownerId: claim.ownerId, now });
}
