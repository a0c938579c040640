import { readFile, stat } from 'node:fs/promises';
import { agencyKey, decryptBlob } from '../files/blob-cipher.ts';
import { blobPath } from '../files/blob-path.ts';
import { writeDurably } from '../files/write-durably.ts';

const AT_ONCE = 8;

export interface CopyOrder {
  from: string;
  to: string;
  masterKey: Buffer;
  blobs: readonly { agencyId: string; sha256: string }[];
  /** Trust a copy that is there by its name; otherwise read and judge it too. */
  trustsExisting: boolean;
}

/**
 * Copies encrypted blobs as they are from one directory store to another, those that are missing there; each is opened
 * once on the way. Returns those that are gone or bad at the source.
 */
export async function copyBlobs(order: CopyOrder): Promise<string[]> {
  const lost: string[] = [];
  const waiting = order.blobs.values();
  const workOff = async () => {
    for (const { agencyId, sha256 } of waiting)
      if (!(await copyBlob(order, agencyId, sha256))) lost.push(`${agencyId}/${sha256}`);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workOff));
  return lost.sort();
}

async function copyBlob(order: CopyOrder, agencyId: string, sha256: string): Promise<boolean> {
  const target = blobPath(order.to, agencyId, sha256);
  if (order.trustsExisting && (await isThere(target))) return true;
  try {
    const stored = await readFile(blobPath(order.from, agencyId, sha256));
    decryptBlob(stored, agencyKey(order.masterKey, agencyId), sha256);
    await writeDurably(target, stored);
    return true;
  } catch (error) {
    if (isOfTheTarget(error, target)) throw error;
    return false;
  }
}

/** A full or unwritable disk is no fault of the blob. */
function isOfTheTarget(error: unknown, target: string): boolean {
  const { code, path } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EROFS' || code === 'EACCES' || (path?.startsWith(target) ?? false);
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    ({ size }) => size > 0,
    () => false,
  );
}
