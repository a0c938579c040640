import { readFile } from 'node:fs/promises';
import { blobPath } from './blob-path.ts';
import { decryptBlob } from './blob-cipher.ts';
import { writeDurably } from './write-durably.ts';

/** What a check found; `repaired`: it was damaged or missing, and the other copy mended it. */
export type BlobState = 'sound' | 'repaired' | 'damaged' | 'missing';

export interface BlobCopies {
  directory: string;
  /** The second store, when there is one. */
  mirror: string | undefined;
  key: Buffer;
}

/** Reads every copy of a blob, compares it with its name, and writes a bad copy anew from a sound one. */
export async function checkBlob(copies: BlobCopies, agencyId: string, sha256: string): Promise<BlobState> {
  const first = await readCopy(blobPath(copies.directory, agencyId, sha256), copies.key, sha256);
  if (copies.mirror === undefined) return first.state;
  const second = await readCopy(blobPath(copies.mirror, agencyId, sha256), copies.key, sha256);
  if (first.state === 'sound' && second.state === 'sound') return 'sound';
  if (first.state === 'sound') {
    await writeDurably(second.path, first.stored);
    return second.state === 'missing' ? 'sound' : 'repaired';
  }
  if (second.state !== 'sound') return first.state;
  await writeDurably(first.path, second.stored);
  return 'repaired';
}

type Copy = { path: string } & ({ state: 'sound'; stored: Buffer } | { state: 'damaged' | 'missing' });

async function readCopy(path: string, key: Buffer, sha256: string): Promise<Copy> {
  let stored: Buffer;
  try {
    stored = await readFile(path);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { path, state: isMissing ? 'missing' : 'damaged' };
  }
  try {
    decryptBlob(stored, key, sha256);
    return { path, state: 'sound', stored };
  } catch {
    return { path, state: 'damaged' };
  }
}
