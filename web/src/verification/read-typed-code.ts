/**
 * The code in what was typed, pasted or scanned: a whole address of a verification page, the token in it, or the short
 * code with or without dashes. Undefined when it cannot be a code.
 */
export function readTypedCode(text: string): string | undefined {
  const trimmed = text.trim();
  const inAddress = /\/v\/([A-Za-z0-9_-]{12,24})/.exec(trimmed)?.[1];
  if (inAddress !== undefined) return inAddress;
  const tight = trimmed.replace(/\s/g, '');
  const letters = tight.replace(/[-–.]/g, '');
  const isShort = letters.length === 12 && /^[0-9A-Za-z]+$/.test(letters);
  const isToken = /^[A-Za-z0-9_-]{22}$/.test(tight);
  return isShort || isToken ? tight.replace(/–/g, '-') : undefined;
}
