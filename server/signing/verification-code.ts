import { randomBytes, randomInt } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** 128 bits for the QR address, as 22 base64url characters. */
export function newVerificationToken(): string {
  return randomBytes(16).toString('base64url');
}

/** Typed by hand: `XXXX-XXXX-XXXX`, Crockford's letters. */
export function newShortCode(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => CROCKFORD[randomInt(CROCKFORD.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
