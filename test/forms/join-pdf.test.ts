import { expect } from 'chai';
import { PDFDocument, PDFName, rgb } from 'pdf-lib';
import sharp from 'sharp';
import { joinPdf } from '../../server/forms/join-pdf.ts';
import { typesetDispositionForm } from '../../server/forms/typeset-disposition-form.ts';
import { PdfOpenError } from '../../server/pdf/open-pdf.ts';
import { renderPages, type PageImage } from '../../server/pdf/page-images.ts';
import { typesetLetter } from '../../server/pdf/typeset.ts';
import { corpus } from '../pdf/corpus.ts';
import { readPages } from '../pdf/read-pages.ts';
import { HERE } from './form-pool.ts';
import { dispositionForm } from './samples.ts';

const OPTIONS = { creationDate: new Date('2026-11-24T03:00:00Z'), conformance: 'a-2b' } as const;

describe('joinPdf', () => {
  let sheet: Uint8Array;
  let letter: Uint8Array;
  before(async () => {
    sheet = (await typesetDispositionForm(HERE, dispositionForm())).pdf;
    letter = typesetLetter(corpus()['standard']!, OPTIONS).pdf;
  });

  it('puts the sheet in front of the copied letter and leaves the letter as it was', async () => {
    const before = Buffer.from(letter);
    const pages = await readPages(await joinPdf(letter, [], sheet));
    expect(pages).to.have.length(3);
    expect(pages[0]).to.include('LEMBAR DISPOSISI');
    expect(pages.slice(1)).to.deep.equal(await readPages(letter));
    expect(Buffer.compare(before, letter)).to.equal(0);
  });

  it('keeps what a form field shows, without the field', async () => {
    const joined = await joinPdf(await withRedButton(), [], sheet);
    expect(await redShare(joined, 2)).to.be.closeTo(0.25, 0.02);
    const page = (await PDFDocument.load(joined)).getPage(1);
    expect(page.node.Annots()?.size() ?? 0).to.equal(0);
  });

  it('draws the page images when there is no file or it cannot be copied', async () => {
    const images = await renderPages(letter, { dpi: 60 });
    for (const file of [null, Buffer.from('%PDF-1.7 nothing'), letter.slice(0, 900)]) {
      const joined = await PDFDocument.load(await joinPdf(file, images, sheet));
      expect(joined.getPageCount()).to.equal(3);
      expect(joined.getPage(2).getWidth()).to.be.closeTo(595.28, 0.1);
    }
  });

  it('turns the paper for a wide image', async () => {
    const webp = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#f00' } })
      .webp()
      .toBuffer();
    const image: PageImage = { page: 1, widthPx: 300, heightPx: 200, webp };
    const page = (await PDFDocument.load(await joinPdf(null, [image], sheet))).getPage(1);
    expect(page.getWidth()).to.be.greaterThan(page.getHeight());
  });

  it('says that a letter without images cannot be copied', async () => {
    const failure = await joinPdf(Buffer.from('%PDF-1.7 nothing'), [], sheet).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(PdfOpenError).and.include({ code: 'damaged' });
  });
});

/** A page of 200 x 200 with a red button over a quarter of it, whose appearance has a box of another size. */
async function withRedButton(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([200, 200]);
  const appearance = document.context.stream('1 0 0 rg 0 0 10 10 re f', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 10, 10],
  });
  const button = document.getForm().createButton('stamp');
  button.addToPage('', page, { x: 50, y: 50, width: 100, height: 100, borderWidth: 0, backgroundColor: rgb(1, 0, 0) });
  const [widget] = button.acroField.getWidgets();
  widget!.setNormalAppearance(document.context.register(appearance));
  widget!.dict.set(PDFName.of('Rect'), document.context.obj([50, 50, 150, 150]));
  return document.save({ updateFieldAppearances: false });
}

async function redShare(pdf: Uint8Array, page: number): Promise<number> {
  const [image] = await renderPages(pdf, { dpi: 72, pages: [page] });
  const { data } = await sharp(image!.webp).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let red = 0;
  for (let at = 0; at < data.length; at += 3) if (data[at]! > 180 && data[at + 1]! < 80) red += 1;
  return red / (data.length / 3);
}
