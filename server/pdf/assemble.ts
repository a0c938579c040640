import { PDFDocument, PDFName, PDFOperator, PDFOperatorNames } from 'pdf-lib';
import type { AnnexPage } from './annex-messages.ts';
import { acceptAnnex } from './inspect-annex.ts';
import { runAnnexProcess } from './run-annex-process.ts';

export interface AssembledLetter {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
}

const POINTS_PER_MM = 72 / 25.4;
const A4 = { short: 210 * POINTS_PER_MM, long: 297 * POINTS_PER_MM } as const;
const POINTS_PER_PIXEL = 72 / 200;

/**
 * Appends annexes to a typeset letter as A4 pages of pictures (PDF/A stays PDF/A whatever the annex was).
 * Only before the first signature: the file is written anew. Without annexes the bytes are returned as they are.
 * @throws AnnexError
 */
export async function assembleLetter(letterPdf: Uint8Array, annexes: readonly Uint8Array[]): Promise<AssembledLetter> {
  const document = await PDFDocument.load(letterPdf, { updateMetadata: false });
  if (annexes.length === 0) return { pdf: letterPdf, pageCount: document.getPageCount() };
  for (const bytes of annexes) {
    const { pages } = await runAnnexProcess({ task: 'draw', kind: acceptAnnex(bytes), bytes });
    for (const page of pages) await appendPage(document, page);
  }
  const pdf = await document.save({ addDefaultPage: false, updateFieldAppearances: false });
  return { pdf, pageCount: document.getPageCount() };
}

async function appendPage(document: PDFDocument, { jpeg, widthPx, heightPx }: AnnexPage): Promise<void> {
  const isLandscape = widthPx > heightPx;
  const [pageWidth, pageHeight] = isLandscape ? [A4.long, A4.short] : [A4.short, A4.long];
  // pdf-lib reads the whole underlying buffer, so the bytes need one of their own.
  const image = await document.embedJpg(new Uint8Array(jpeg));
  const scale = Math.min(POINTS_PER_PIXEL, pageWidth / widthPx, pageHeight / heightPx);
  const [width, height] = [widthPx * scale, heightPx * scale];
  const page = document.addPage([pageWidth, pageHeight]);
  page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]));
  page.drawImage(image, { x: (pageWidth - width) / 2, y: (pageHeight - height) / 2, width, height });
  page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
}
