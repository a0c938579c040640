import type { PDFFont, PDFPage } from 'pdf-lib';
import type { ReadWord } from './reading.ts';

export interface PrintPage {
  readonly jpeg: () => Promise<Uint8Array>;
  readonly words: readonly ReadWord[];
}

const A4_POINTS = { short: 595.28, long: 841.89 } as const;
/** Share of a line's height that stands on the base line. */
const ABOVE_BASE = 0.78;

/** The pages as pictures, each under its words in render mode 3 (neither filled nor stroked: ISO 32000-1, 9.3.6). */
export async function writeSearchablePdf(pages: readonly PrintPage[]): Promise<Uint8Array> {
  const { PDFDocument, StandardFonts } = await import('pdf-lib');
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const { jpeg, words } of pages) {
    const image = await document.embedJpg(await jpeg());
    const page = document.addPage(pageSize(image.width, image.height));
    page.drawImage(image, { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
    await writeWords(page, font, words);
    await image.embed();
  }
  return document.save();
}

/** As large as A4 allows, in the picture's own proportions. */
function pageSize(widthPx: number, heightPx: number): [number, number] {
  const [width, height] = widthPx > heightPx ? [A4_POINTS.long, A4_POINTS.short] : [A4_POINTS.short, A4_POINTS.long];
  const scale = Math.min(width / widthPx, height / heightPx);
  return [widthPx * scale, heightPx * scale];
}

async function writeWords(page: PDFPage, font: PDFFont, words: readonly ReadWord[]): Promise<void> {
  const pdf = await import('pdf-lib');
  const fontKey = page.node.newFontDictionary(font.name, font.ref);
  page.pushOperators(
    pdf.pushGraphicsState(),
    pdf.beginText(),
    pdf.setTextRenderingMode(pdf.TextRenderingMode.Invisible),
  );
  for (const word of words) {
    const text = printable(word.text);
    const size = Math.max(1, word.height * page.getHeight());
    const natural = font.widthOfTextAtSize(text, size);
    if (natural === 0) continue;
    page.pushOperators(
      pdf.setFontAndSize(fontKey, size),
      pdf.setCharacterSqueeze(((word.width * page.getWidth()) / natural) * 100),
      pdf.setTextMatrix(
        1,
        0,
        0,
        1,
        word.x * page.getWidth(),
        (1 - word.y - word.height * ABOVE_BASE) * page.getHeight(),
      ),
      pdf.showText(font.encodeText(`${text} `)),
    );
  }
  page.pushOperators(pdf.endText(), pdf.popGraphicsState());
}

/** Only what the standard fonts can encode: Latin letters without their accents, and plain punctuation. */
function printable(text: string): string {
  const plain = text.replaceAll(/[‘’]/gu, "'").replaceAll(/[“”]/gu, '"').replaceAll(/[–—]/gu, '-');
  return plain.normalize('NFKD').replaceAll(/[^\x20-\x7e]/gu, '');
}
