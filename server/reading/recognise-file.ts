import { annexKind } from '../pdf/annex-kind.ts';

export type ReadableKind = 'pdf' | 'jpeg' | 'png' | 'tiff';

/** Little and big endian, each as classic TIFF and BigTIFF. */
const TIFF = ['49492a00', '4d4d002a', '49492b00', '4d4d002b'];

/** What the first bytes say that a file is; undefined for anything that cannot be read as a letter. */
export function recogniseFile(bytes: Uint8Array): ReadableKind | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4)).toString('hex');
  return TIFF.includes(start) ? 'tiff' : (annexKind(bytes) ?? undefined);
}
