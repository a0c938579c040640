import { type PDFDocument, type PDFFont, type PDFPage, PDFDocument as Documents, StandardFonts } from 'pdf-lib';
import type { BodyBlock, BodyList, BodyTable, LetterSheet } from '../server/pdf/letter-sheet.ts';
import { qrSvg } from '../server/pdf/qr-svg.ts';

const PAGE = { width: 595.28, height: 841.89 };
const MARGIN = { left: 85, right: 57, top: 57, bottom: 71 };
const SIZE = 11;
const LEADING = 15.4;

interface Pen {
  document: PDFDocument;
  plain: PDFFont;
  bold: PDFFont;
  page: PDFPage;
  y: number;
}

interface Column {
  x: number;
  width: number;
}

const WHOLE: Column = { x: MARGIN.left, width: PAGE.width - MARGIN.left - MARGIN.right };

/**
 * The same letter as our templates print, drawn by hand the way programs without a typesetter do: words wrapped by
 * measured width, built-in Helvetica (nothing to embed), no tags, no PDF/A. All of that favours this side.
 */
export async function layOutWithPdfLib(sheet: LetterSheet): Promise<PDFDocument> {
  const document = await Documents.create();
  const plain = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const page = document.addPage([PAGE.width, PAGE.height]);
  const pen: Pen = { document, plain, bold, page, y: PAGE.height - MARGIN.top };
  drawLetterhead(pen, sheet);
  drawReference(pen, sheet);
  for (const block of sheet.body.content) drawBlock(pen, block, WHOLE);
  drawSignature(pen, sheet);
  drawCopies(pen, sheet);
  for (const each of document.getPages()) drawFooter(pen, each, sheet);
  return document;
}

function drawLetterhead(pen: Pen, { letterhead }: LetterSheet): void {
  centre(pen, letterhead.government, 14, pen.plain);
  centre(pen, letterhead.unitName, 17, pen.bold);
  for (const line of letterhead.addressLines) centre(pen, line, 9, pen.plain);
  const end = { x: MARGIN.left + WHOLE.width, y: pen.y };
  pen.page.drawLine({ start: { x: MARGIN.left, y: pen.y }, end, thickness: 2 });
  pen.y -= 24;
}

function drawReference(pen: Pen, sheet: LetterSheet): void {
  const facts: [string, string][] = [
    ['Nomor', sheet.number ?? ''],
    ['Sifat', sheet.handlingGrade],
    ['Lampiran', sheet.attachmentText],
    ['Hal', sheet.subject],
  ];
  write(pen, `${sheet.place}, ${sheet.date ?? ''}`, { x: 380, width: 160 });
  for (const [label, value] of facts) {
    pen.page.drawText(label, { x: MARGIN.left, y: pen.y, size: SIZE, font: pen.plain });
    write(pen, `: ${value}`, { x: MARGIN.left + 70, width: 240 });
  }
  pen.y -= LEADING;
  for (const { lines, place } of sheet.recipients) {
    write(pen, `Yth. ${lines.join(' ')}`, WHOLE);
    if (place !== null) write(pen, `di ${place}`, WHOLE);
  }
  pen.y -= LEADING;
}

function drawBlock(pen: Pen, block: BodyBlock, column: Column): void {
  if (block.type === 'paragraph') {
    const text = (block.content ?? []).map((part) => (part.type === 'text' ? part.text : ' ')).join('');
    write(pen, text, column);
    pen.y -= 4;
  } else if (block.type === 'table') drawTable(pen, block, column);
  else drawList(pen, block, column);
}

function drawList(pen: Pen, list: BodyList, column: Column): void {
  const inner = { x: column.x + 22, width: column.width - 22 };
  list.content.forEach((item, index) => {
    room(pen, LEADING);
    const mark = list.type === 'bulletList' ? '-' : `${index + 1}.`;
    pen.page.drawText(mark, { x: column.x, y: pen.y, size: SIZE, font: pen.plain });
    for (const block of item.content) drawBlock(pen, block, inner);
  });
}

function drawTable(pen: Pen, table: BodyTable, column: Column): void {
  for (const row of table.content) {
    const width = column.width / row.content.length;
    const cells = row.content.map((cell) => wrap(pen.plain, textOf(cell.content), width - 8).map((line) => line));
    const height = Math.max(...cells.map((lines) => lines.length)) * LEADING + 6;
    room(pen, height);
    cells.forEach((lines, index) => {
      const x = column.x + index * width;
      pen.page.drawRectangle({ x, y: pen.y - height + LEADING, width, height, borderWidth: 0.5 });
      lines.forEach((line, row) => {
        pen.page.drawText(line, { x: x + 4, y: pen.y - row * LEADING, size: SIZE, font: pen.plain });
      });
    });
    pen.y -= height;
  }
  pen.y -= 6;
}

function textOf(blocks: readonly BodyBlock[]): string {
  return blocks
    .flatMap((block) => (block.type === 'paragraph' ? (block.content ?? []) : []))
    .map((part) => (part.type === 'text' ? part.text : ' '))
    .join('');
}

function drawSignature(pen: Pen, { signatory, verification }: LetterSheet): void {
  const block = { x: 320, width: 218 };
  room(pen, 11 * LEADING);
  pen.y -= LEADING;
  if (signatory.onBehalfLine !== null) write(pen, signatory.onBehalfLine, block);
  write(pen, `${signatory.officeLine},`, block);
  if (verification !== null) drawQr(pen, verification.url, block.x);
  write(pen, signatory.name, block, pen.bold);
  write(pen, signatory.rank ?? '', block);
  write(pen, `NIP ${signatory.nip ?? ''}`, block);
}

function drawQr(pen: Pen, url: string, x: number): void {
  const svg = qrSvg(url);
  const path = /d="([^"]+)"/u.exec(svg)?.[1] ?? '';
  const modules = Number(/viewBox="0 0 (\d+)/u.exec(svg)?.[1] ?? 1);
  pen.page.drawSvgPath(path, { x, y: pen.y, scale: 60 / modules, borderWidth: 0 });
  pen.y -= 60 + LEADING;
}

function drawCopies(pen: Pen, { carbonCopies }: LetterSheet): void {
  pen.y -= LEADING;
  write(pen, 'Tembusan:', WHOLE);
  carbonCopies.forEach((line, index) => write(pen, `${index + 1}. ${line}`, WHOLE));
}

function drawFooter(pen: Pen, page: PDFPage, { footer }: LetterSheet): void {
  wrap(pen.plain, footer.sentence, WHOLE.width * (SIZE / 7)).forEach((line, index) => {
    page.drawText(line, { x: MARGIN.left, y: 40 - index * 9, size: 7, font: pen.plain });
  });
}

function centre(pen: Pen, text: string, size: number, font: PDFFont): void {
  const x = MARGIN.left + (WHOLE.width - font.widthOfTextAtSize(text, size)) / 2;
  pen.page.drawText(text, { x, y: pen.y, size, font });
  pen.y -= size * 1.3;
}

function write(pen: Pen, text: string, column: Column, font = pen.plain): void {
  for (const line of wrap(font, text, column.width)) {
    room(pen, LEADING);
    pen.page.drawText(line, { x: column.x, y: pen.y, size: SIZE, font });
    pen.y -= LEADING;
  }
}

/** A new page where the next lines would run into the margin. */
function room(pen: Pen, height: number): void {
  if (pen.y - height >= MARGIN.bottom) return;
  pen.page = pen.document.addPage([PAGE.width, PAGE.height]);
  pen.y = PAGE.height - MARGIN.top;
}

function wrap(font: PDFFont, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && font.widthOfTextAtSize(longer, SIZE) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
