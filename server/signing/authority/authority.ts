import type { KeyObject, X509Certificate } from 'node:crypto';

export interface CertifiedKey {
  readonly certificate: X509Certificate;
  readonly key: KeyObject;
}

/** The demonstration authority, as opened from its folder. Everything it certifies is without legal force. */
export interface Authority {
  readonly dir: string;
  readonly baseUrl: string;
  readonly root: CertifiedKey;
  readonly issuing: CertifiedKey;
  readonly timestamping: CertifiedKey;
  readonly ocsp: CertifiedKey;
}

/** Paths under `baseUrl` that the issued certificates name. POST for `timestamp` and `ocsp`, GET for the others. */
export const AUTHORITY_PATHS = {
  timestamp: '/tsa',
  ocsp: '/ocsp',
  rootCertificate: '/root.crt',
  issuingCertificate: '/issuing.crt',
  rootCrl: '/root.crl',
  issuingCrl: '/issuing.crl',
} as const;
