/** Room for the CMS with certificates and a timestamp token. */
export const RESERVED_BYTES = 12 * 1024;

export type ByteRange = readonly [number, number, number, number];

/** The two signed pieces of the file. */
export function rangedBytes(bytes: Uint8Array, [start, length, second, rest]: ByteRange): [Uint8Array, Uint8Array] {
  return [bytes.subarray(start, start + length), bytes.subarray(second, second + rest)];
}

/** A copy of the file with `cms` as hexadecimal in the gap, filled up with zeros. */
export function fillGap(bytes: Uint8Array, [, gapStart, gapEnd]: ByteRange, cms: Uint8Array): Uint8Array {
  const room = gapEnd - gapStart - 2;
  const filled = new Uint8Array(bytes);
  filled.set(Buffer.from(Buffer.from(cms).toString('hex').padEnd(room, '0'), 'latin1'), gapStart + 1);
  return filled;
}

export function fitsGap([, gapStart, gapEnd]: ByteRange, cms: Uint8Array): boolean {
  return cms.length * 2 <= gapEnd - gapStart - 2;
}
