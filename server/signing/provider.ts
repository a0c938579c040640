import type { X509Certificate } from 'node:crypto';

export type ProviderKind = 'demo' | 'local' | 'bsre';

/**
 * One person's ability to sign, opened for one signature. `sign` hashes `tbs` with SHA-256 and returns
 * PKCS#1 v1.5 bytes for an RSA key, a DER ECDSA-Sig-Value for an EC key; it may wait for a token or a remote service.
 * `chain` holds the certificates above the signer's, without the root.
 */
export interface SignatureProvider {
  readonly kind: ProviderKind;
  readonly certificate: X509Certificate;
  readonly chain: readonly X509Certificate[];
  sign(tbs: Uint8Array): Promise<Uint8Array>;
}
