import { createHash } from 'node:crypto';
import { readFile, rm, stat, utimes } from 'node:fs/promises';
import type { Tx } from '../db.ts';
import { agencyKey, decryptBlob, encryptBlob } from './blob-cipher.ts';
import { blobPath } from './blob-path.ts';
import { type BlobState, checkBlob } from './check-blob.ts';
import { deleteBlobRefs, insertBlob, insertBlobRef } from './queries.ts';
import { writeDurably } from './write-durably.ts';

export interface StoredBlob {
  sha256: string;
  sizeBytes: number;
}

/** Content-addressed store: one encrypted file per agency and plaintext hash, never shared between agencies. */
export interface Files {
  /** Writes the bytes durably (fsync before the name appears); call before the row that names them. */
  write(agencyId: string, bytes: Uint8Array): Promise<StoredBlob>;
  /** Reads and checks the hash, from the second store when the first fails; rejects when no copy is sound. */
  read(agencyId: string, sha256: string): Promise<Uint8Array>;
  /** Leaves bytes that have been written (again) since then: someone is about to refer to them. */
  remove(agencyId: string, sha256: string, unlessWrittenSince: Date): Promise<void>;
  /** Compares every copy with its name, and mends one from the other. */
  check(agencyId: string, sha256: string): Promise<BlobState>;
  /** Whether there is a second store. */
  readonly isMirrored: boolean;
  /** Puts a copy into the second store unless it is there; rejects when it cannot. */
  mirror(agencyId: string, sha256: string): Promise<void>;
}

const KEY_ID = 'master-1';

/** Opens a directory store; `masterKey` is 32 bytes, each agency's key is derived from it. `mirror`: second directory. */
export function openFiles(directory: string, masterKey: Buffer, mirror?: string): Files {
  const pathOf = (agencyId: string, sha256: string) => blobPath(directory, agencyId, sha256);
  const keyOf = (agencyId: string) => agencyKey(masterKey, agencyId);
  return {
    isMirrored: mirror !== undefined,
    async write(agencyId, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(agencyId, sha256);
      if (!(await isRenewed(path))) await writeDurably(path, encryptBlob(bytes, keyOf(agencyId), sha256));
      return { sha256, sizeBytes: bytes.length };
    },
    async read(agencyId, sha256) {
      const open = async (path: string) => decryptBlob(await readFile(path), keyOf(agencyId), sha256);
      const first = open(pathOf(agencyId, sha256));
      if (mirror === undefined) return first;
      return first.catch((error: unknown) =>
        open(blobPath(mirror, agencyId, sha256)).catch(() => Promise.reject(error as Error)),
      );
    },
    async remove(agencyId, sha256, unlessWrittenSince) {
      const path = pathOf(agencyId, sha256);
      const writtenAt = await stat(path).then(
        ({ mtime }) => mtime,
        () => undefined,
      );
      if (writtenAt && writtenAt >= unlessWrittenSince) return;
      if (mirror !== undefined) await rm(blobPath(mirror, agencyId, sha256), { force: true });
      await rm(path, { force: true });
    },
    check: (agencyId, sha256) => checkBlob({ directory, mirror, key: keyOf(agencyId) }, agencyId, sha256),
    async mirror(agencyId, sha256) {
      if (mirror === undefined) throw new Error('there is no second store');
      const [from, to] = [pathOf(agencyId, sha256), blobPath(mirror, agencyId, sha256)];
      if (await isThere(to)) return;
      await writeDurably(to, await readFile(from));
    },
  };
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    ({ size }) => size > 0,
    () => false,
  );
}

/** Records bytes already written with {@link Files.write} and who uses them, in the transaction that refers to them. */
export async function recordBlob(
  tx: Tx,
  blob: StoredBlob & { agencyId: string; mediaType: string },
  owner: { kind: string; id: string; now: Date },
): Promise<void> {
  await insertBlob(tx, { ...blob, keyId: KEY_ID, now: owner.now });
  await insertBlobRef(tx, {
    agencyId: blob.agencyId,
    sha256: blob.sha256,
    ownerKind: owner.kind,
    ownerId: owner.id,
    now: owner.now,
  });
}

/** Says that an owner no longer uses its blobs; those that nobody uses are swept. */
export function releaseBlobs(tx: Tx, owner: { agencyId: string; kind: string; id: string }): Promise<void> {
  return deleteBlobRefs(tx, { agencyId: owner.agencyId, ownerKind: owner.kind, ownerId: owner.id });
}

/** True when the bytes are there; they count as written now, so that a sweep running beside leaves them. */
async function isRenewed(path: string): Promise<boolean> {
  try {
    const now = new Date();
    await utimes(path, now, now);
    return (await stat(path)).size > 0;
  } catch {
    return false;
  }
}
