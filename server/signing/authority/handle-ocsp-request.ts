import type { Authority } from './authority.ts';

/** DER OCSPRequest in, DER OCSPResponse out (RFC 6960). */
export function handleOcspRequest(_authority: Authority, _request: Uint8Array, _now: Date): Promise<Uint8Array> {
  return Promise.reject(new Error('Not built yet'));
}
