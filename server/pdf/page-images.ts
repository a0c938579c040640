import { encodePage } from './encode-page.ts';
import { openPdf, type OpenedPdf, type PageSize } from './open-pdf.ts';

export interface PageImagesRequest {
  /** Between 36 and 200. */
  readonly dpi: number;
  /** Page numbers from 1; all pages when absent. Unknown pages are left out. */
  readonly pages?: readonly number[];
}

export interface PageImage {
  readonly page: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly webp: Uint8Array;
}

const MOST_PAGES = 100;
const MOST_PIXELS = 12_000_000;

/**
 * Draws pages of a PDF, at most 100 a call and 12 megapixels a page (larger pages get a lower resolution).
 * Heavy: reached through the pool.
 * @throws PdfOpenError
 */
export async function renderPages(pdf: Uint8Array, request: PageImagesRequest): Promise<PageImage[]> {
  const opened = await openPdf(pdf);
  try {
    const images: PageImage[] = [];
    for (const page of choosePages(opened, request)) {
      const raster = await opened.draw(page - 1, (size) => scaleFor(size, request.dpi));
      const webp = await encodePage(raster);
      images.push({ page, widthPx: raster.widthPx, heightPx: raster.heightPx, webp });
    }
    return images;
  } finally {
    opened.close();
  }
}

function choosePages({ pageCount }: OpenedPdf, { pages }: PageImagesRequest): number[] {
  const all = Array.from({ length: pageCount }, (_, index) => index + 1);
  const chosen = pages ? all.filter((page) => pages.includes(page)) : all;
  return chosen.slice(0, MOST_PAGES);
}

function scaleFor({ widthPoints, heightPoints }: PageSize, dpi: number): number {
  const wanted = Math.min(200, Math.max(36, dpi)) / 72;
  return Math.min(wanted, Math.sqrt(MOST_PIXELS / Math.max(1, widthPoints * heightPoints)));
}
