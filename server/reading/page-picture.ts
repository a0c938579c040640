import sharp, { type Sharp } from 'sharp';
import { encodePage } from '../pdf/encode-page.ts';
import { isGrey } from '../pdf/is-grey.ts';
import type { Raster } from '../pdf/open-pdf.ts';
import type { OcrImage } from './ocr-engine.ts';

/** Wider than for annexes: paper yellows. */
const GREY_TOLERANCE = 24;
const SCREEN_PX = { width: 1240, height: 1754 } as const;
const PRINT_PX = { width: 1654, height: 2339 } as const;

export interface ScreenImage {
  readonly webp: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What people look at: WebP that fills 1240 x 1754 pixels, in either orientation; drawn pages without loss. */
export async function toScreenImage(raster: Raster, origin: 'drawn' | 'scanned'): Promise<ScreenImage> {
  if (origin === 'drawn') {
    return { webp: Buffer.from(await encodePage(raster)), widthPx: raster.widthPx, heightPx: raster.heightPx };
  }
  const { data, info } = await shrink(raster, SCREEN_PX)
    .webp({ quality: 70, effort: 3 })
    .toBuffer({ resolveWithObject: true });
  return { webp: data, widthPx: info.width, heightPx: info.height };
}

/** What goes under the invisible text: JPEG of at most 200 dpi of A4, grey where the page is grey. */
export function toPrintImage(raster: Raster): Promise<Buffer> {
  const picture = shrink(raster, PRINT_PX);
  return (isGrey(raster.rgba, GREY_TOLERANCE) ? picture.greyscale() : picture).jpeg({ quality: 62 }).toBuffer();
}

/** The same from the image for the screen, for pages that are seldom printed so. */
export function reprint(webp: Uint8Array): Promise<Buffer> {
  return sharp(webp).jpeg({ quality: 75 }).toBuffer();
}

/** What the recogniser reads: grey at full size; it finds its own threshold. */
export async function toOcrImage(raster: Raster): Promise<OcrImage> {
  const { data, info } = await open(raster).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, grey: data };
}

function open({ rgba, widthPx, heightPx }: Raster): Sharp {
  return sharp(rgba, { raw: { width: widthPx, height: heightPx, channels: 4 } }).removeAlpha();
}

function shrink(raster: Raster, portrait: { readonly width: number; readonly height: number }): Sharp {
  const isLandscape = raster.widthPx > raster.heightPx;
  const box = isLandscape ? { width: portrait.height, height: portrait.width } : portrait;
  return open(raster).resize({ ...box, fit: 'inside', withoutEnlargement: true });
}
