import type { Authority } from './authority.ts';

/** `serial` is hexadecimal. The earliest revocation of a certificate stands. */
export function revokeCertificate(_authority: Authority, _serial: string, _revokedAt: Date): Promise<void> {
  return Promise.reject(new Error('Not built yet'));
}
