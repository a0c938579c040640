import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { writeDurably } from '../files/write-durably.ts';
import { MANIFEST_ENDING, MANIFEST_FOLDER } from './backup-names.ts';
import { BackupProblem } from './backup-problem.ts';
import { Manifest } from './manifest.ts';
import type { VaultKey } from './vault-key.ts';

/** Parts and manifests of a backup folder. A part is kept once, however many backups use it. */
export interface Vault {
  folder: string;
  /** Writes the part unless it is there; returns its name. */
  put(content: Buffer): Promise<string>;
  /** Refuses a part that is missing, cut off or changed, by its name. */
  get(name: string): Promise<Buffer>;
  writeManifest(name: string, manifest: Manifest): Promise<void>;
  readManifest(name: string): Promise<Manifest>;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const pack = promisify<Buffer, { level: number }, Buffer>(deflate);
const unpack = promisify<Buffer, Buffer>(inflate);

export function openVault(folder: string, key: VaultKey): Vault {
  return {
    folder,
    async put(content) {
      const name = createHmac('sha256', key.nameKey).update(content).digest('hex');
      const path = partPath(folder, name);
      if (!(await isSound(path, name, key)))
        await writeDurably(path, seal(key, name, await pack(content, { level: 2 })));
      return name;
    },
    async get(name) {
      const stored = await readPart(partPath(folder, name), name);
      const content = await unpack(unseal(key, name, stored));
      if (createHmac('sha256', key.nameKey).update(content).digest('hex') !== name) throw damaged(name);
      return content;
    },
    async writeManifest(name, manifest) {
      const text = Buffer.from(JSON.stringify(Manifest.parse(manifest)));
      await writeDurably(manifestPath(folder, name), seal(key, `manifest ${name}`, await pack(text, { level: 6 })));
    },
    async readManifest(name) {
      const stored = await readPart(manifestPath(folder, name), name);
      const text = await unpack(unseal(key, `manifest ${name}`, stored));
      return Manifest.parse(JSON.parse(text.toString('utf8')));
    },
  };
}

export function manifestPath(folder: string, name: string): string {
  return join(folder, MANIFEST_FOLDER, `${name}${MANIFEST_ENDING}`);
}

export function partPath(folder: string, name: string): string {
  return join(folder, 'bagian', name.slice(0, 2), name);
}

function seal(key: VaultKey, name: string, content: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.cipherKey, nonce);
  cipher.setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function unseal(key: VaultKey, name: string, stored: Buffer): Buffer {
  if (stored.length < NONCE_BYTES + TAG_BYTES) throw damaged(name);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.cipherKey, stored.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(name));
    decipher.setAuthTag(stored.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(stored.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw damaged(name);
  }
}

async function readPart(path: string, name: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new BackupProblem(`Bagian cadangan ${name} hilang: pakai cadangan lain atau salinan folder ini.`);
  }
}

function damaged(name: string): BackupProblem {
  return new BackupProblem(
    `Bagian cadangan ${name} rusak, terpotong, atau diubah: pakai cadangan lain atau salinan folder ini.`,
  );
}

/** A part that no longer opens is written anew, or every later backup would lean on it. */
async function isSound(path: string, name: string, key: VaultKey): Promise<boolean> {
  return readFile(path).then(
    (stored) => {
      try {
        unseal(key, name, stored);
        return true;
      } catch {
        return false;
      }
    },
    () => false,
  );
}
