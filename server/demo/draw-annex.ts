import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { DemoAnnex } from './content/letter.ts';

const MARGIN = 56;
const LINE = 18;

/** A plain one-page PDF, as an office would attach it. */
export async function drawAnnex(annex: DemoAnnex): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([595.28, 841.89]);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const regular = await document.embedFont(StandardFonts.Helvetica);
  page.drawText(plain(annex.title), { x: MARGIN, y: 760, size: 14, font: bold });
  annex.lines.forEach((line, index) => {
    page.drawText(plain(line), { x: MARGIN, y: 724 - index * LINE, size: 11, font: regular });
  });
  return Buffer.from(await document.save());
}

/** The standard fonts know WinAnsi only. */
const plain = (text: string) => text.replace(/[^\x20-\x7e\u00a0-\u00ff–—]/gu, ' ');
