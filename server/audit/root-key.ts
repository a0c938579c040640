import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Config } from '../config.ts';
import { loadSealKey } from '../signing/seal-key.ts';

export interface RootKey {
  privateKey: KeyObject;
  /** Raw Ed25519, 32 bytes. */
  publicKey: Buffer;
  /** The same, opened. */
  verifyKey: KeyObject;
}

/** RFC 8410: what stands before the 32 bytes of a private and of a public Ed25519 key. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** The agency's Ed25519 key for its audit roots, derived from the seal key: the database alone cannot sign. */
export function loadRootKey(config: Pick<Config, 'sealKey' | 'dataDir'>, agencyId: string): RootKey {
  const seed = Buffer.from(hkdfSync('sha256', loadSealKey(config), agencyId, 'lontar audit root', 32));
  const key = Buffer.concat([PRIVATE_PREFIX, seed]);
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  const verifyKey = createPublicKey(privateKey);
  const der = verifyKey.export({ format: 'der', type: 'spki' });
  return { privateKey, verifyKey, publicKey: der.subarray(PUBLIC_PREFIX.length) };
}

/** What people compare: sha256 of the raw public key, hexadecimal. */
export function keyFingerprint(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex');
}
