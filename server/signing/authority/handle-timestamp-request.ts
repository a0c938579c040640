import type { Authority } from './authority.ts';

/** DER TimeStampReq in, DER TimeStampResp out (RFC 3161); a request it cannot grant gets a rejection, never a throw. */
export function handleTimestampRequest(_authority: Authority, _request: Uint8Array, _now: Date): Uint8Array {
  throw new Error('Not built yet');
}
