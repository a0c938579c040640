import { hkdfSync } from 'node:crypto';
import type { Config } from '../config.ts';
import { loadSealKey } from '../signing/seal-key.ts';

/** Blobs have a key of their own, derived so that one secret is enough to keep. */
export function loadBlobKey(config: Pick<Config, 'sealKey' | 'dataDir'>): Buffer {
  return Buffer.from(hkdfSync('sha256', loadSealKey(config), 'lontar', 'blob master', 32));
}

/** Where the bytes of files lie, inside the data folder. */
export const BLOB_FOLDER = 'blobs';
