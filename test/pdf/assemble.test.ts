import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { assembleLetter } from '../../server/pdf/assemble.ts';
import { inspectAnnex } from '../../server/pdf/inspect-annex.ts';
import { runAnnexProcess } from '../../server/pdf/run-annex-process.ts';
import { typesetLetter } from '../../server/pdf/typeset.ts';
import { requireJudge } from '../support/judges.ts';
import { annexJpeg, annexPdf, annexPng } from './annex-files.ts';
import { suratDinas } from './corpus.ts';
import { readPages } from './read-pages.ts';

const letter = () =>
  typesetLetter(suratDinas(), { creationDate: new Date('2026-11-24T03:00:00Z'), conformance: 'a-2b' }).pdf;

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error as { code?: string }).code,
  );

describe('annexes', function () {
  this.timeout(120_000);

  it('recognises PDF, PNG and JPEG by their bytes and counts the pages', async () => {
    expect(await inspectAnnex(await annexPdf(3))).to.deep.equal({ kind: 'pdf', pageCount: 3 });
    expect(await inspectAnnex(await annexPng())).to.deep.equal({ kind: 'png', pageCount: 1 });
    expect(await inspectAnnex(await annexJpeg())).to.deep.equal({ kind: 'jpeg', pageCount: 1 });
  });

  it('refuses what is not a document', async () => {
    expect(await refusal(inspectAnnex(Buffer.from('PK\u0003\u0004 a spreadsheet')))).to.equal('not_a_document');
    expect(await refusal(inspectAnnex(new Uint8Array()))).to.equal('not_a_document');
  });

  it('refuses more than 25 MB before it reads anything', async () => {
    const large = Buffer.alloc(25 * 1024 * 1024 + 1, 0x20);
    large.write('%PDF-1.7');
    expect(await refusal(inspectAnnex(large))).to.equal('too_large');
  });

  it('refuses more than 100 pages', async () => {
    expect(await refusal(inspectAnnex(await annexPdf(101)))).to.equal('too_many_pages');
    expect(await inspectAnnex(await annexPdf(100))).to.include({ pageCount: 100 });
  });

  it('refuses damaged files of each kind', async () => {
    const png = await annexPng();
    const jpeg = await annexJpeg();
    expect(await refusal(inspectAnnex(Buffer.from('%PDF-1.7\nrubbish')))).to.equal('damaged');
    expect(await refusal(inspectAnnex(png.subarray(0, png.length >> 1)))).to.equal('damaged');
    expect(await refusal(inspectAnnex(jpeg.subarray(0, jpeg.length >> 1)))).to.equal('damaged');
  });

  const qpdf = requireJudge('annexes: refuses a PDF locked with a password', 'qpdf');
  if (qpdf) {
    it('refuses a PDF locked with a password', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'lontar-annex-'));
      try {
        writeFileSync(join(folder, 'open.pdf'), await annexPdf(1));
        const files = [join(folder, 'open.pdf'), join(folder, 'locked.pdf')];
        execFileSync(qpdf, ['--encrypt', 'rahasia', 'pemilik', '256', '--', ...files]);
        expect(await refusal(inspectAnnex(readFileSync(join(folder, 'locked.pdf'))))).to.equal('encrypted');
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }

  it('kills a reader that takes too long or too much memory', async () => {
    const request = { task: 'draw', kind: 'pdf', bytes: await annexPdf(60) } as const;
    const slow = runAnnexProcess(request, { timeoutMs: 50, memoryBytes: 1e12 });
    expect(await refusal(slow)).to.equal('damaged');
    const fat = runAnnexProcess(request, { timeoutMs: 60_000, memoryBytes: 1_000_000 });
    expect(await refusal(fat)).to.equal(process.platform === 'linux' ? 'damaged' : 'accepted');
  });

  it('appends annexes as A4 pages in their own orientation, twice the same', async () => {
    const annexes = [await annexPdf(2), await annexPng(), await annexJpeg()];
    const assembled = await assembleLetter(letter(), annexes);
    expect(assembled.pageCount).to.equal(5);
    const document = await PDFDocument.load(assembled.pdf, { updateMetadata: false });
    const shapes = document.getPages().map((page) => (page.getWidth() > page.getHeight() ? 'landscape' : 'portrait'));
    expect(shapes).to.deep.equal(['portrait', 'portrait', 'portrait', 'landscape', 'portrait']);
    for (const page of document.getPages()) {
      expect(Math.min(page.getWidth(), page.getHeight())).to.be.closeTo(595.28, 0.1);
    }
    expect(Buffer.compare((await assembleLetter(letter(), annexes)).pdf, assembled.pdf)).to.equal(0);
  });

  it('keeps the letter, its XMP and its own page count', async () => {
    const { pdf } = await assembleLetter(letter(), [await annexPdf(2)]);
    const [text] = await readPages(pdf);
    expect(text).to.include('Halaman 1 dari 1').and.to.include('500.12.11.2/1487/DISKOMINFO-A');
    expect(Buffer.from(pdf).toString('latin1')).to.include('<pdfaid:part>2</pdfaid:part>');
  });

  it('leaves a letter without annexes as it is', async () => {
    const pdf = letter();
    expect(await assembleLetter(pdf, [])).to.deep.equal({ pdf, pageCount: 1 });
  });
});
