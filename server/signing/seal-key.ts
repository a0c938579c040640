import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';

const KEY_BYTES = 32;
const known = new Map<string, Buffer>();

/** The key that seals passphrases on their way to the worker: SEAL_KEY, or a file of its own in the data folder. */
export function loadSealKey(config: Pick<Config, 'sealKey' | 'dataDir'>): Buffer {
  if (config.sealKey !== undefined) return Buffer.from(config.sealKey, 'hex');
  const path = join(config.dataDir, 'seal.key');
  let key = known.get(path);
  if (!key) {
    key = readKey(path) ?? createKey(config.dataDir, path);
    known.set(path, key);
  }
  return key;
}

function readKey(path: string): Buffer | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const key = Buffer.from(text, 'hex');
  if (key.length !== KEY_BYTES)
    throw new Error(`Berkas ${path} rusak: hapus berkas itu, atau isi SEAL_KEY, lalu jalankan lagi.`);
  return key;
}

// API and worker may start at once: whoever links first has made the key.
function createKey(folder: string, path: string): Buffer {
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${process.pid}.new`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeSync(handle, randomBytes(KEY_BYTES).toString('hex'));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const key = readKey(path);
  if (!key) throw new Error(`Berkas ${path} tidak dapat dibuat: periksa hak tulis DATA_DIR.`);
  return key;
}
