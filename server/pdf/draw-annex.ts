import sharp, { type Sharp } from 'sharp';
import { AnnexError, ANNEX_LIMITS } from './annex-error.ts';
import type { AnnexKind } from './annex-kind.ts';
import type { AnnexPage } from './annex-messages.ts';
import { isGrey } from './is-grey.ts';
import { openPdf, PdfOpenError, type OpenedPdf, type PageSize, type Raster } from './open-pdf.ts';

/** 200 dpi of A4: what a good office scanner gives. */
const A4_PX = { short: 1654, long: 2339 } as const;
const MOST_SCALE = 200 / 72;
const MOST_INPUT_PIXELS = 80_000_000;
const JPEG_QUALITY = 82;
const GREY_TOLERANCE = 12;

/** Number of pages, after proving that the file can be read. @throws AnnexError */
export async function countAnnexPages(kind: AnnexKind, bytes: Uint8Array): Promise<number> {
  if (kind !== 'pdf') {
    await refusingDamage(() => openImage(bytes).stats());
    return 1;
  }
  const opened = await openAnnexPdf(bytes);
  opened.close();
  return opened.pageCount;
}

/** The pages as pictures, one at a time: a hundred at once would not fit. @throws AnnexError */
export async function* drawAnnex(kind: AnnexKind, bytes: Uint8Array): AsyncGenerator<AnnexPage> {
  if (kind !== 'pdf') {
    yield await drawImage(bytes);
    return;
  }
  const opened = await openAnnexPdf(bytes);
  try {
    for (let index = 0; index < opened.pageCount; index += 1) {
      yield toJpeg(await refusingDamage(() => opened.draw(index, fitA4)));
    }
  } finally {
    opened.close();
  }
}

async function openAnnexPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const opened = await openPdf(bytes).catch((error: unknown) => {
    throw new AnnexError(error instanceof PdfOpenError ? error.code : 'damaged', error);
  });
  if (opened.pageCount > 0 && opened.pageCount <= ANNEX_LIMITS.pages) return opened;
  opened.close();
  throw new AnnexError(opened.pageCount === 0 ? 'damaged' : 'too_many_pages');
}

/** Fills A4 at 200 dpi in the page's own orientation; small pages are not blown up. */
function fitA4({ widthPoints, heightPoints }: PageSize): number {
  const [width, height] = widthPoints > heightPoints ? [A4_PX.long, A4_PX.short] : [A4_PX.short, A4_PX.long];
  return Math.min(width / Math.max(1, widthPoints), height / Math.max(1, heightPoints), MOST_SCALE);
}

function openImage(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: MOST_INPUT_PIXELS, failOn: 'error', pages: 1 });
}

function drawImage(bytes: Uint8Array): Promise<AnnexPage> {
  return refusingDamage(async () => {
    const upright = openImage(bytes).autoOrient().toColourspace('srgb').flatten({ background: '#ffffff' });
    const { data, info } = await upright
      .resize({ width: A4_PX.long, height: A4_PX.long, fit: 'inside', withoutEnlargement: true })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return toJpeg({ rgba: data, widthPx: info.width, heightPx: info.height });
  });
}

async function toJpeg(raster: Raster): Promise<AnnexPage> {
  const { rgba, widthPx, heightPx } = raster;
  const picture = sharp(rgba, { raw: { width: widthPx, height: heightPx, channels: 4 } }).removeAlpha();
  const jpeg = await (isGrey(rgba, GREY_TOLERANCE) ? picture.greyscale() : picture)
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
  return { jpeg, widthPx, heightPx };
}

async function refusingDamage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof AnnexError ? error : new AnnexError('damaged', error);
  }
}
