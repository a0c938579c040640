import type { PDFDocument, PDFPage } from 'pdf-lib';
import { PdfOpenError } from '../pdf/open-pdf.ts';
import type { PageImage } from '../pdf/page-images.ts';

const POINTS_PER_MM = 72 / 25.4;
const A4 = { short: 210 * POINTS_PER_MM, long: 297 * POINTS_PER_MM } as const;

/**
 * A copy for the printer: the sheet, then the letter. The letter's own file is only read. Its pages are copied with
 * what their form fields and signatures show; where they cannot be (encrypted, damaged), or there is no file, the
 * page images are drawn on A4 instead.
 * @throws PdfOpenError the letter cannot be copied and there are no images of its pages
 */
export async function joinPdf(
  letterPdf: Uint8Array | null,
  pageImages: readonly PageImage[],
  sheet: Uint8Array,
): Promise<Buffer> {
  const { PDFDocument } = await import('pdf-lib');
  const joined = await PDFDocument.create();
  await appendCopy(joined, await PDFDocument.load(sheet, { updateMetadata: false }));
  const failure = letterPdf === null ? undefined : await appendLetter(joined, letterPdf);
  const mustDraw = letterPdf === null || failure !== undefined;
  if (failure !== undefined && pageImages.length === 0) throw failure;
  if (mustDraw) for (const image of pageImages) await appendImage(joined, image);
  return Buffer.from(await joined.save({ addDefaultPage: false, updateFieldAppearances: false }));
}

async function appendLetter(joined: PDFDocument, letterPdf: Uint8Array): Promise<PdfOpenError | undefined> {
  const { PDFDocument, EncryptedPDFError } = await import('pdf-lib');
  const pageCount = joined.getPageCount();
  try {
    await appendCopy(joined, await PDFDocument.load(letterPdf, { updateMetadata: false, throwOnInvalidObject: true }));
    return undefined;
  } catch (error) {
    while (joined.getPageCount() > pageCount) joined.removePage(joined.getPageCount() - 1);
    return new PdfOpenError(error instanceof EncryptedPDFError ? 'encrypted' : 'damaged', error);
  }
}

async function appendCopy(joined: PDFDocument, source: PDFDocument): Promise<void> {
  const { flattenWidgets } = await import('./flatten-widgets.ts');
  const pages: PDFPage[] = await joined.copyPages(source, source.getPageIndices());
  for (const page of pages) {
    flattenWidgets(page);
    joined.addPage(page);
  }
}

async function appendImage(joined: PDFDocument, { webp, widthPx, heightPx }: PageImage): Promise<void> {
  const { default: sharp } = await import('sharp');
  const jpeg = await sharp(webp)
    .flatten({ background: '#fff' })
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    .toBuffer();
  // pdf-lib reads the whole underlying buffer, so the bytes need one of their own.
  const image = await joined.embedJpg(new Uint8Array(jpeg));
  const [pageWidth, pageHeight] = widthPx > heightPx ? [A4.long, A4.short] : [A4.short, A4.long];
  const scale = Math.min(pageWidth / widthPx, pageHeight / heightPx);
  const [width, height] = [widthPx * scale, heightPx * scale];
  joined
    .addPage([pageWidth, pageHeight])
    .drawImage(image, { x: (pageWidth - width) / 2, y: (pageHeight - height) / 2, width, height });
}
