import type { FileKind } from './file-kind.ts';

const SMALL_BYTES = 20_000;
const SMALL_PIXELS = 200;

/** Logos and drawn signatures of mail footers: no scanned page is that light or that narrow. */
export async function isSmallPicture(bytes: Buffer, kind: FileKind): Promise<boolean> {
  if (!kind.mediaType.startsWith('image/')) return false;
  if (bytes.length < SMALL_BYTES) return true;
  const { default: sharp } = await import('sharp');
  const size = await sharp(bytes)
    .metadata()
    .catch(() => null);
  return size !== null && Math.min(size.width, size.height) < SMALL_PIXELS;
}
