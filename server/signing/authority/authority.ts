import type { KeyObject, X509Certificate } from 'node:crypto';

export interface CertifiedKey {
  readonly certificate: X509Certificate;
  readonly key: KeyObject;
}

export type AuthorityRole = 'root' | 'issuing' | 'timestamping' | 'ocsp';

/** The demonstration authority, as opened from its folder. Everything it certifies is without legal force. */
export interface Authority extends Readonly<Record<AuthorityRole, CertifiedKey>> {
  readonly dir: string;
  readonly baseUrl: string;
  readonly namesOcsp: boolean;
}

export const AUTHORITY_ROLES: readonly AuthorityRole[] = ['root', 'issuing', 'timestamping', 'ocsp'];

/** Paths under `baseUrl` that the issued certificates name. POST for `timestamp` and `ocsp`, GET for the others. */
export const AUTHORITY_PATHS = {
  timestamp: '/tsa',
  ocsp: '/ocsp',
  rootCertificate: '/root.crt',
  issuingCertificate: '/issuing.crt',
  rootCrl: '/root.crl',
  issuingCrl: '/issuing.crl',
} as const;

export const DEMONSTRATION = 'Demonstrasi Lontar - tanpa kekuatan hukum';

export interface IssuedPaths {
  readonly issued: string;
  readonly revoked: string;
}

/** Issued certificates and revocations are one file each, named by serial, so that processes need no lock between them. */
export function recordFolders(dir: string): IssuedPaths {
  return { issued: `${dir}/issued`, revoked: `${dir}/revoked` };
}
