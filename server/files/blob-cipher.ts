import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function agencyKey(masterKey: Buffer, agencyId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, agencyId, 'lontar blob', 32));
}

/** AES-256-GCM bound to the hash of the plain bytes: nonce, tag, ciphertext. */
export function encryptBlob(bytes: Uint8Array, key: Buffer, sha256: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(sha256));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Throws when the key is another one, or the bytes are not those that the hash names. */
export function decryptBlob(stored: Buffer, key: Buffer, sha256: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, stored.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(sha256));
  decipher.setAuthTag(stored.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const bytes = Buffer.concat([decipher.update(stored.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error(`blob ${sha256} does not match its name`);
  return bytes;
}
