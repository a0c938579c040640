import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { openPdf } from '../../server/pdf/open-pdf.ts';
import { typesetLetter } from '../../server/pdf/typeset.ts';
import { suratDinas } from '../pdf/corpus.ts';

/** A letter as Lontar itself typesets it. */
export function letterPdf(): Uint8Array {
  return typesetLetter(suratDinas(), { creationDate: new Date('2026-11-24T03:00:00Z'), conformance: 'a-2b' }).pdf;
}

interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
}

/** A page of lines, x and y in points from the top left corner; a negative x is the centre line. */
export async function linesPdf(...pages: Line[][]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const plain = await document.embedFont(StandardFonts.Helvetica);
  const strong = await document.embedFont(StandardFonts.HelveticaBold);
  for (const lines of pages) {
    const page = document.addPage([595.28, 841.89]);
    for (const { text, x, y, size = 11, bold = false } of lines) {
      const font = bold ? strong : plain;
      const left = x < 0 ? (595.28 - font.widthOfTextAtSize(text, size)) / 2 : x;
      page.drawText(text, { x: left, y: 841.89 - y, size, font });
    }
  }
  return document.save();
}

export const BUPATI_SINTANG: Line[] = [
  { text: 'PEMERINTAH KABUPATEN SINTANG', x: -1, y: 70, size: 13, bold: true },
  { text: 'BUPATI SINTANG', x: -1, y: 90, size: 16, bold: true },
  { text: 'Jalan Pangeran Muda Nomor 1, Sintang, Kalimantan Barat 78611', x: -1, y: 106, size: 10 },
  { text: 'Sintang, 23 November 2026', x: 385, y: 145 },
  { text: 'Nomor', x: 70, y: 145 },
  { text: ': 600.1.10/1873/DPUPR-B/2026', x: 125, y: 145 },
  { text: 'Sifat', x: 70, y: 161 },
  { text: ': Segera', x: 125, y: 161 },
  { text: 'Lampiran', x: 70, y: 177 },
  { text: ': 1 (satu) berkas', x: 125, y: 177 },
  { text: 'Hal', x: 70, y: 193 },
  { text: ': Usulan Penanganan Darurat', x: 125, y: 193 },
  { text: 'Jembatan Ketungau II', x: 131, y: 208 },
  { text: 'Yth. Gubernur Kalimantan Barat', x: 70, y: 240 },
  { text: 'di Pontianak', x: 70, y: 255 },
  { text: 'Dengan hormat disampaikan bahwa pada tanggal 20 November 2026 kenaikan debit', x: 105, y: 290 },
  { text: 'Sungai Ketungau telah menggeser pilar tengah Jembatan Ketungau II pada ruas Sintang-', x: 70, y: 306 },
  { text: 'Senaning, sehingga jembatan hanya dapat dilalui kendaraan roda dua.', x: 70, y: 322 },
  { text: 'Sehubungan dengan hal tersebut, kami mengusulkan penanganan darurat berupa', x: 105, y: 346 },
  { text: 'pemasangan jembatan rangka sementara bentang 30 meter beserta dukungan peralatan', x: 70, y: 362 },
  { text: 'dari Pemerintah Provinsi. Perkiraan kebutuhan biaya sebesar Rp2.450.000.000,00.', x: 70, y: 378 },
  { text: 'Demikian disampaikan, atas perhatian Bapak Gubernur kami ucapkan terima kasih.', x: 105, y: 402 },
  { text: 'BUPATI SINTANG,', x: 340, y: 450 },
  { text: 'YOHANES HERMANTO', x: 340, y: 530, bold: true },
];

/** A page of a PDF as an office scanner hands it over: slightly turned, soft and grainy, grey paper. */
export async function scanPage(pdf: Uint8Array, index = 0, dpi = 200): Promise<Sharp> {
  const opened = await openPdf(pdf);
  try {
    const { rgba, widthPx, heightPx } = await opened.draw(index, () => dpi / 72);
    const clean = sharp(rgba, { raw: { width: widthPx, height: heightPx, channels: 4 } }).removeAlpha();
    const turned = await clean
      .rotate(0.4, { background: '#ffffff' })
      .resize({ width: widthPx, height: heightPx, fit: 'cover' })
      .blur(0.7)
      .linear(0.9, 12)
      .png()
      .toBuffer();
    const grain = await sharp({
      create: {
        width: widthPx,
        height: heightPx,
        channels: 3,
        background: '#000000',
        noise: { type: 'gaussian', mean: 128, sigma: 14 },
      },
    })
      .png()
      .toBuffer();
    return sharp(
      await sharp(turned)
        .composite([{ input: grain, blend: 'soft-light' }])
        .png()
        .toBuffer(),
    );
  } finally {
    opened.close();
  }
}

/** Pages as JPEG images in a PDF without text, as scanners write it. */
export async function scannedPdf(pdf: Uint8Array, pageCount = 1): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let index = 0; index < pageCount; index += 1) {
    const scan = await scanPage(pdf, index);
    const image = await document.embedJpg(await scan.jpeg({ quality: 75 }).toBuffer());
    document.addPage([595.28, 841.89]).drawImage(image, { x: 0, y: 0, width: 595.28, height: 841.89 });
  }
  return document.save();
}
