import { createHash } from 'node:crypto';
import { encodePage } from './encode-page.ts';
import { encodePalettePng } from './encode-palette-png.ts';
import type { LetterSheet } from './letter-sheet.ts';
import { openPdf, type Raster } from './open-pdf.ts';
import { withLaidOutLetter } from './typeset.ts';

export interface PreviewPage {
  /** Digest of the drawn page: the same digest is the same picture, so it serves as ETag. */
  readonly digest: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly mediaType: 'image/png' | 'image/webp';
  readonly image: Uint8Array;
}

export interface Preview {
  readonly pages: PreviewPage[];
  readonly pageCount: number;
}

/** 115 dpi: 952 px for the width of A4, sharp at the editor's column width. */
const PIXELS_PER_POINT = 1.6;
const MOST_CACHED_PAGES = 80;

type EncodedPage = Pick<PreviewPage, 'mediaType' | 'image'>;

const encoded = new Map<string, Promise<EncodedPage>>();

/**
 * The letter as page images, exactly as it would be printed; characters without glyph show as boxes.
 * Pages that did not change since the last call are not coded again.
 * @throws TypesetError
 */
export async function renderPreview(sheet: LetterSheet): Promise<Preview> {
  const pdf = withLaidOutLetter(sheet, (compiler, document) => compiler.pdf(document, { pdfTags: false }));
  const opened = await openPdf(pdf);
  try {
    const pending: Promise<PreviewPage>[] = [];
    for (let index = 0; index < opened.pageCount; index += 1) {
      pending.push(toPage(await opened.draw(index, () => PIXELS_PER_POINT)));
    }
    return { pages: await Promise.all(pending), pageCount: opened.pageCount };
  } finally {
    opened.close();
  }
}

async function toPage(raster: Raster): Promise<PreviewPage> {
  const digest = createHash('sha256').update(raster.rgba).digest('hex').slice(0, 32);
  const known = encoded.get(digest) ?? encode(raster);
  encoded.delete(digest);
  encoded.set(digest, known);
  for (const oldest of encoded.keys()) {
    if (encoded.size <= MOST_CACHED_PAGES) break;
    encoded.delete(oldest);
  }
  return { digest, widthPx: raster.widthPx, heightPx: raster.heightPx, ...(await known) };
}

async function encode(raster: Raster): Promise<EncodedPage> {
  const png = await encodePalettePng(raster);
  if (png) return { mediaType: 'image/png', image: png };
  return { mediaType: 'image/webp', image: await encodePage(raster) };
}
