import { openPdf, PdfOpenError, type PageSize } from '../pdf/open-pdf.ts';
import type { OpenedPages } from './open-pages.ts';
import { readTextLayer } from './read-text-layer.ts';
import { ReadingError } from './reading.ts';

/** The largest page that PDF 1.7 lets a reader expect (ISO 32000-1, Annex C). */
const MOST_POINTS = 14_400;
const LEAST_POINTS = 3;
const SIDES_PX = { screen: { short: 1240, long: 1754 }, ocr: { short: 2000, long: 2829 } } as const;

/** @throws ReadingError `encrypted` or `damaged` */
export async function openPdfPages(bytes: Uint8Array): Promise<OpenedPages> {
  const opened = await openPdf(bytes).catch((error: unknown) => {
    throw new ReadingError(error instanceof PdfOpenError ? error.code : 'damaged', error);
  });
  return {
    pageCount: opened.pageCount,
    page(index) {
      checkSize(opened.measure(index));
      return {
        textLayer: readTextLayer(opened.readCharacters(index)),
        draw: (purpose) => opened.draw(index, (size) => scaleToFit(size, SIDES_PX[purpose])),
      };
    },
    close: () => opened.close(),
  };
}

function checkSize({ widthPoints, heightPoints }: PageSize): void {
  if (Math.max(widthPoints, heightPoints) > MOST_POINTS) throw new ReadingError('too_large');
  if (!(Math.min(widthPoints, heightPoints) >= LEAST_POINTS)) throw new ReadingError('damaged');
}

/** Very long pages come out narrow rather than large. */
function scaleToFit({ widthPoints, heightPoints }: PageSize, { short, long }: { short: number; long: number }): number {
  const [width, height] = widthPoints > heightPoints ? [long, short] : [short, long];
  const scale = Math.min(width / widthPoints, height / heightPoints);
  return Math.max(scale, 1 / Math.min(Math.floor(widthPoints), Math.floor(heightPoints)));
}
