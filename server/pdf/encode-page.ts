import sharp, { type WebpOptions } from 'sharp';
import type { Raster } from './open-pdf.ts';

/** Above this a page holds photographs, and lossy coding wins. */
const LARGEST_LOSSLESS_BYTES = 250_000;

/**
 * A page as WebP: text and lines without loss in 16 levels a channel (a third of the bytes and crisper
 * than lossy at the same speed), pages with photographs lossy.
 */
export async function encodePage(raster: Raster): Promise<Uint8Array> {
  const lossless = await encode(reduceLevels(raster), { lossless: true, effort: 1 });
  if (lossless.length <= LARGEST_LOSSLESS_BYTES) return lossless;
  const lossy = await encode(raster, { quality: 78, effort: 2 });
  return lossy.length < lossless.length ? lossy : lossless;
}

function encode({ rgba, widthPx, heightPx }: Raster, options: WebpOptions): Promise<Buffer> {
  return sharp(rgba, { raw: { width: widthPx, height: heightPx, channels: 4 } })
    .removeAlpha()
    .webp(options)
    .toBuffer();
}

/** Four channel bytes at once; repeating the high nibble keeps white white. */
function reduceLevels(raster: Raster): Raster {
  const rgba = raster.rgba.slice();
  const words = new Uint32Array(rgba.buffer);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? 0;
    words[index] = (word & 0xf0f0f0f0) | ((word >>> 4) & 0x0f0f0f0f);
  }
  return { ...raster, rgba };
}
