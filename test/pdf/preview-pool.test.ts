import { expect } from 'chai';
import sharp from 'sharp';
import { createTypesetPool, type TypesetPool } from '../../server/pdf/preview-pool.ts';
import { typesetLetter } from '../../server/pdf/typeset.ts';
import { body, corpus, suratDinas } from './corpus.ts';

const OPTIONS = { creationDate: new Date('2026-11-24T03:00:00Z'), conformance: 'a-2b' } as const;

describe('createTypesetPool', function () {
  this.timeout(60_000);
  let pool: TypesetPool;
  before(() => {
    pool = createTypesetPool({ size: 2 });
  });
  after(() => pool.close());

  it('typesets in a thread the very bytes that this thread typesets', async () => {
    const { pdf, pageCount, signatureBox } = await pool.typeset(suratDinas(), OPTIONS);
    const here = typesetLetter(suratDinas(), OPTIONS);
    expect(Buffer.compare(pdf, here.pdf)).to.equal(0);
    expect({ pageCount, signatureBox }).to.deep.equal({ pageCount: here.pageCount, signatureBox: here.signatureBox });
  });

  it('draws every page for the preview and draws a changed page differently', async () => {
    const first = await pool.preview(corpus()['standard']!);
    expect(first.pages).to.have.length(2);
    for (const page of first.pages) {
      const { format, width, height } = await sharp(page.image).metadata();
      expect({ format, width, height }).to.deep.equal({ format: 'png', width: page.widthPx, height: page.heightPx });
      expect(page.image.length).to.be.lessThan(150_000);
    }
    const second = await pool.preview({ ...corpus()['standard']!, carbonCopies: ['Arsip'] });
    expect(second.pages[0]!.digest).to.equal(first.pages[0]!.digest);
    expect(second.pages[1]!.digest).to.not.equal(first.pages[1]!.digest);
  });

  it('draws letters in colour as they are printed', async () => {
    const { pages } = await pool.preview(corpus()['demo']!);
    const { data } = await sharp(pages[0]!.image).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    let red = 0;
    for (let at = 0; at < data.length; at += 3) if (data[at]! > 120 && data[at + 1]! < 80) red += 1;
    expect(red).to.be.greaterThan(200);
    expect(data[0]).to.equal(255);
  });

  it('previews a character without glyph, but refuses to typeset it', async () => {
    const sheet = suratDinas({ body: body('Salam 漢.') });
    expect((await pool.preview(sheet)).pageCount).to.equal(1);
    const failure = await pool.typeset(sheet, OPTIONS).catch((error: unknown) => error);
    expect(failure).to.include({ name: 'TypesetError', code: 'unprintable' });
    expect(failure).to.have.property('characters').that.deep.equals(['漢']);
  });

  it('draws chosen pages of a finished PDF as WebP', async () => {
    const { pdf } = await pool.typeset(corpus()['fivePages']!, OPTIONS);
    const images = await pool.renderPages(pdf, { dpi: 90, pages: [2, 3, 99] });
    expect(images.map(({ page }) => page)).to.deep.equal([2, 3]);
    const { format, width } = await sharp(images[0]!.webp).metadata();
    expect(format).to.equal('webp');
    expect(width).to.be.closeTo((595.28 / 72) * 90, 2);
  });

  it('says that a broken PDF is damaged and goes on with the next job', async () => {
    const failure = await pool
      .renderPages(Buffer.from('%PDF-1.7 nothing'), { dpi: 90 })
      .catch((error: unknown) => error);
    expect(failure).to.include({ name: 'PdfOpenError', code: 'damaged' });
    expect((await pool.preview(suratDinas())).pageCount).to.equal(1);
  });

  it('interrupts a job that takes too long and serves the next one with a fresh thread', async () => {
    const hasty = createTypesetPool({ size: 1, timeoutMs: 1 });
    const failure = await hasty.preview(suratDinas()).catch((error: unknown) => error);
    expect(failure).to.include({ name: 'TypesetError', code: 'interrupted' });
    await hasty.close();
    const refused = await hasty.preview(suratDinas()).catch((error: unknown) => error);
    expect(refused).to.include({ code: 'interrupted' });
  });

  it('refuses more than may wait, and does the rest', async () => {
    const small = createTypesetPool({ size: 1, mostWaiting: 1 });
    const [first, second, third] = await Promise.allSettled([1, 2, 3].map(() => small.preview(suratDinas())));
    await small.close();
    expect([first?.status, second?.status]).to.deep.equal(['fulfilled', 'fulfilled']);
    expect(third).to.have.property('reason').that.includes({ name: 'TypesetError', code: 'busy', isPassing: true });
  });

  it('fails what still waits when it is closed', async () => {
    const closing = createTypesetPool({ size: 1 });
    const waiting = [closing.preview(suratDinas()), closing.preview(suratDinas())].map((job) =>
      job.catch((error: unknown) => error),
    );
    await closing.close();
    for (const failure of await Promise.all(waiting)) expect(failure).to.include({ code: 'interrupted' });
  });
});
