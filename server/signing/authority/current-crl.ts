import type { Authority } from './authority.ts';

/** DER CertificateList, valid for a day from `now`. */
export function currentCrl(
  _authority: Authority,
  _now: Date,
  _issuer: 'issuing' | 'root' = 'issuing',
): Promise<Uint8Array> {
  return Promise.reject(new Error('Not built yet'));
}
