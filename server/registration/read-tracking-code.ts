/**
 * A code as people type it: any case, with or without `LTR` and dashes, O for 0 and I or L for 1. Null when it can be none.
 */
export function readTrackingCode(typed: string): string | null {
  const drawn = typed
    .toUpperCase()
    .replace(/[\s\-–.]/gu, '')
    .replace(/^LTR(?=.{8}$)/u, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/u.test(drawn) ? `LTR-${drawn.slice(0, 4)}-${drawn.slice(4)}` : null;
}
