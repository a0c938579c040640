/** What someone typed or scanned: the token of the QR address, or the short code printed beside it. */
export interface VerificationCode {
  token: string | null;
  shortCode: string | null;
}

const TOKEN = /^[A-Za-z0-9_-]{22}$/u;
const SHORT = /^[0-9A-HJKMNP-TV-Z]{12}$/u;

/**
 * Reads a code as people write it: any case, with or without dashes and spaces, and with the letters that Crockford's
 * alphabet leaves out for the digits they are mistaken for (O for 0, I and L for 1).
 */
export function readCode(typed: string): VerificationCode {
  const trimmed = typed.trim();
  const letters = trimmed
    .toUpperCase()
    .replace(/[\s\-–.]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');
  return {
    token: TOKEN.test(trimmed) ? trimmed : null,
    shortCode: SHORT.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}` : null,
  };
}
