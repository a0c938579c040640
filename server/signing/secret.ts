import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What a sealed passphrase may be used for, and nothing else. */
export interface SecretPurpose {
  agencyId: string;
  letterId: string;
  contentVersion: number;
  attemptId: string;
  personId: string;
}

export const SECRET_LIFETIME_MS = 5 * 60_000;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM; nonce, tag, ciphertext. */
export function sealSecret(key: Buffer, purpose: SecretPurpose, passphrase: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(boundTo(purpose));
  const body = Buffer.concat([cipher.update(passphrase, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Throws when the key or the purpose is another one. */
export function openSecret(key: Buffer, purpose: SecretPurpose, sealed: Uint8Array): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(boundTo(purpose));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}

function boundTo(purpose: SecretPurpose): Buffer {
  const { agencyId, letterId, contentVersion, attemptId, personId } = purpose;
  return Buffer.from(JSON.stringify([agencyId, letterId, contentVersion, attemptId, personId]));
}
