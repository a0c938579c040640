import sharp, { type Sharp } from 'sharp';
import type { Raster } from '../pdf/open-pdf.ts';
import type { OpenedPages } from './open-pages.ts';
import { ReadingError, type ReadingLimits } from './reading.ts';

/** Some 240 dpi of A4, beyond which recognition gains nothing but takes longer. */
const MOST_SIDE_PX = 2829;
/** Below this, letters of a page are too small to be recognised unless enlarged. */
const LEAST_SIDE_PX = 2200;
const SCREEN_SIDE_PX = 1754;

/** Photos and scans, upright by their EXIF note; every page of a TIFF. @throws ReadingError `too_large` or `damaged` */
export async function openImagePages(bytes: Uint8Array, limits: ReadingLimits): Promise<OpenedPages> {
  const open = (page: number) =>
    sharp(bytes, { limitInputPixels: limits.imagePixels, failOn: 'error', page, pages: 1 });
  const { pages = 1 } = await refusingDamage(() => open(0).metadata());
  return {
    pageCount: pages,
    page: (index) => ({ textLayer: null, draw: (purpose) => refusingDamage(() => drawImage(open(index), purpose)) }),
    close: () => undefined,
  };
}

async function drawImage(image: Sharp, purpose: 'screen' | 'ocr'): Promise<Raster> {
  const { autoOrient } = await image.metadata();
  const longSide = Math.max(autoOrient.width, autoOrient.height);
  const most = purpose === 'screen' ? SCREEN_SIDE_PX : MOST_SIDE_PX;
  const least = purpose === 'screen' ? 1 : Math.min(LEAST_SIDE_PX, longSide * 2);
  const side = Math.round(Math.min(most, Math.max(least, longSide)));
  const { data, info } = await image
    .autoOrient()
    .toColourspace('srgb')
    .flatten({ background: '#ffffff' })
    .resize({ width: side, height: side, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { rgba: data, widthPx: info.width, heightPx: info.height };
}

async function refusingDamage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new ReadingError(/pixel limit/u.test(String(error)) ? 'too_large' : 'damaged', error);
  }
}
