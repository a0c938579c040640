import type { KeyObject } from 'node:crypto';
import type { ProviderKind, SignatureProvider } from '../provider.ts';

export interface Keystore extends SignatureProvider {
  readonly key: KeyObject;
}

export class WrongPassphrase extends Error {}

/** The file is no PKCS#12, or is encrypted in a way that is no longer supported. */
export class KeystoreUnreadable extends Error {}

/** Rejects with `WrongPassphrase` or `KeystoreUnreadable`. Takes 100-300 ms on a thread of the pool, by design. */
export function openKeystore(
  _pkcs12: Uint8Array,
  _passphrase: string,
  _kind: ProviderKind = 'local',
): Promise<Keystore> {
  return Promise.reject(new Error('Not built yet'));
}
