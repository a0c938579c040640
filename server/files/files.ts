import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Tx } from '../db.ts';
import { deleteBlobRefs, insertBlob, insertBlobRef } from './queries.ts';

export interface StoredBlob {
  sha256: string;
  sizeBytes: number;
}

/** Content-addressed store: one encrypted file per agency and plaintext hash, never shared between agencies. */
export interface Files {
  /** Writes the bytes durably (fsync before the name appears); call before the row that names them. */
  write(agencyId: string, bytes: Uint8Array): Promise<StoredBlob>;
  /** Reads and checks the hash; rejects when the bytes are missing or changed. */
  read(agencyId: string, sha256: string): Promise<Uint8Array>;
  /** Leaves bytes that have been written (again) since then: someone is about to refer to them. */
  remove(agencyId: string, sha256: string, unlessWrittenSince: Date): Promise<void>;
}

const KEY_ID = 'master-1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Opens a directory store; `masterKey` is 32 bytes, each agency's key is derived from it. */
export function openFiles(directory: string, masterKey: Buffer): Files {
  const pathOf = (agencyId: string, sha256: string) => join(directory, agencyId, sha256.slice(0, 2), sha256);
  const keyOf = (agencyId: string) => Buffer.from(hkdfSync('sha256', masterKey, agencyId, 'lontar blob', 32));
  return {
    async write(agencyId, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(agencyId, sha256);
      if (!(await isRenewed(path))) await writeDurably(path, encrypt(bytes, keyOf(agencyId), sha256));
      return { sha256, sizeBytes: bytes.length };
    },
    async read(agencyId, sha256) {
      const bytes = decrypt(await readFile(pathOf(agencyId, sha256)), keyOf(agencyId), sha256);
      if (createHash('sha256').update(bytes).digest('hex') !== sha256)
        throw new Error(`blob ${sha256} does not match its name`);
      return bytes;
    },
    async remove(agencyId, sha256, unlessWrittenSince) {
      const path = pathOf(agencyId, sha256);
      const writtenAt = await stat(path).then(
        ({ mtime }) => mtime,
        () => undefined,
      );
      if (writtenAt && writtenAt < unlessWrittenSince) await rm(path, { force: true });
    },
  };
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

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, path);
  const folderHandle = await open(folder, 'r');
  try {
    await folderHandle.sync();
  } finally {
    await folderHandle.close();
  }
}

function encrypt(bytes: Uint8Array, key: Buffer, sha256: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(sha256));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(stored: Buffer, key: Buffer, sha256: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, stored.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(sha256));
  decipher.setAuthTag(stored.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(stored.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}
