import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';

/** A small colour picture with transparency, as people paste it from a screen. */
export function annexPng(): Promise<Buffer> {
  return sharp({ create: { width: 640, height: 360, channels: 4, background: { r: 20, g: 90, b: 160, alpha: 0.6 } } })
    .png()
    .toBuffer();
}

/** A scan as cameras write it: grey, on its side, to be turned by its EXIF note. */
export function annexJpeg(): Promise<Buffer> {
  return sharp({ create: { width: 800, height: 500, channels: 3, background: '#d0d0d0' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

export async function annexPdf(pageCount: number): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pageCount; page += 1) document.addPage([595, 842]).drawText(`Lampiran ${page + 1}`);
  return Buffer.from(await document.save());
}
