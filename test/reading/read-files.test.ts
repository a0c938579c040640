import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { recogniseFile } from '../../server/reading/recognise-file.ts';
import { requireJudge } from '../support/judges.ts';
import { readAll } from './run-reading.ts';
import { BUPATI_SINTANG, letterPdf, linesPdf } from './sample-letters.ts';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('reading files', function () {
  this.timeout(120_000);

  it('recognises PDF, JPEG, PNG and TIFF by their bytes', async () => {
    const blank = sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } });
    expect(recogniseFile(letterPdf())).to.equal('pdf');
    expect(recogniseFile(await blank.clone().jpeg().toBuffer())).to.equal('jpeg');
    expect(recogniseFile(await blank.clone().png().toBuffer())).to.equal('png');
    expect(recogniseFile(await blank.clone().tiff().toBuffer())).to.equal('tiff');
    expect(recogniseFile(Buffer.from('PK\u0003\u0004'))).to.equal(undefined);
    expect(recogniseFile(new Uint8Array())).to.equal(undefined);
  });

  it('draws a PDF and reads its text layer with the place of every word', async () => {
    const bytes = letterPdf();
    const before = digest(bytes);
    const { pages, searchablePdf, failure } = await readAll([bytes]);
    const [page] = pages;
    expect(failure).to.equal(null);
    expect(searchablePdf).to.equal(null);
    expect(page).to.include({ fileIndex: 0, pageNumber: 1, source: 'text_layer' });
    expect(page!.widthPx).to.be.within(1230, 1240);
    expect(page!.webp.length).to.be.below(90_000);
    expect((await sharp(page!.webp).metadata()).width).to.equal(page!.widthPx);
    expect(page!.text).to.include('Nomor : 500.12.11.2/1487/DISKOMINFO-A');
    const number = page!.words.find((word) => word.text.includes('/1487/'));
    expect(number).to.include({ text: '500.12.11.2/1487/DISKOMINFO-A', confidence: 1 });
    expect(await darkness(page!.webp, number!)).to.be.above(0.05);
    expect(digest(bytes)).to.equal(before);
  });

  it('places words on pages that are cropped and turned', async () => {
    const document = await PDFDocument.load(await linesPdf(BUPATI_SINTANG));
    const [turned] = document.getPages();
    turned!.setCropBox(40, 200, 520, 600);
    turned!.setRotation((await import('pdf-lib')).degrees(90));
    const { pages } = await readAll([await document.save()]);
    const number = pages[0]!.words.find((word) => word.text.includes('1873'));
    expect(pages[0]!.widthPx).to.be.above(pages[0]!.heightPx);
    expect(number!.height).to.be.above(number!.width);
    expect(await darkness(pages[0]!.webp, number!)).to.be.above(0.05);
  });

  it('turns photos by their EXIF note', async () => {
    const photo = await sharp({ create: { width: 800, height: 500, channels: 3, background: '#ffffff' } })
      .composite([
        { input: { create: { width: 80, height: 50, channels: 3, background: '#000000' } }, left: 0, top: 0 },
      ])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { pages, failure } = await readAll([photo]);
    expect(failure).to.equal(null);
    expect(pages[0]!.heightPx).to.be.above(pages[0]!.widthPx);
    expect(await darkness(pages[0]!.webp, { x: 0.9, y: 0, width: 0.1, height: 0.1 })).to.be.above(0.9);
    expect(await darkness(pages[0]!.webp, { x: 0, y: 0, width: 0.1, height: 0.1 })).to.be.below(0.1);
  });

  it('reads every page of a TIFF, and files in their order', async () => {
    const tiff = await tiffOf(3);
    const { pages, failure } = await readAll([tiff, letterPdf()]);
    expect(failure).to.equal(null);
    expect(pages.map(({ fileIndex, pageNumber }) => `${fileIndex}/${pageNumber}`)).to.deep.equal([
      '0/1',
      '0/2',
      '0/3',
      '1/1',
    ]);
  });

  it('says what is wrong with a file and still reads the others', async () => {
    const good = letterPdf();
    const failureOf = async (bytes: Uint8Array) => {
      const { failure, pages } = await readAll([bytes, good]);
      expect(pages.map((page) => page.fileIndex)).to.deep.equal([1]);
      expect(failure?.fileIndex).to.equal(0);
      return failure?.code;
    };
    expect(await failureOf(Buffer.from('%PDF-1.7\nrubbish'))).to.equal('damaged');
    expect(await failureOf(new Uint8Array())).to.equal('unsupported');
    expect(await failureOf(Buffer.from('PK\u0003\u0004 a spreadsheet'))).to.equal('unsupported');
    expect(await failureOf(hugePng(50_000, 50_000))).to.equal('too_large');
    expect(await failureOf(Buffer.from('II*\u0000 not a picture'))).to.equal('damaged');
  });

  it('refuses more pages than the limit in all, before it draws them', async () => {
    const { failure, pages } = await readAll([await blankPdf(2), await blankPdf(3)], { limits: { pages: 4 } });
    expect(pages).to.have.length(2);
    expect(failure).to.deep.equal({ code: 'too_many_pages', fileIndex: 1 });
  });

  it('ends page bombs and posters quickly', async () => {
    const started = performance.now();
    expect((await readAll([await blankPdf(10_000)])).failure?.code).to.equal('too_many_pages');
    expect((await readAll([await blankPdf(1, [9_000_000, 9_000_000])])).failure?.code).to.equal('too_large');
    expect((await readAll([await blankPdf(1, [14_000, 30])])).failure).to.equal(null);
    expect(performance.now() - started).to.be.below(40_000);
  });

  it('refuses files over the size limit without reading them', async () => {
    let isStarted = false;
    const { failure } = await readAll([letterPdf()], {
      limits: { fileBytes: 1000 },
      onStart: () => (isStarted = true),
    });
    expect([failure?.code, isStarted]).to.deep.equal(['too_large', false]);
  });

  it('keeps finished pages when the process is killed', async () => {
    let pid = 0;
    const { pages, failure, searchablePdf } = await readAll([letterPdf(), await blankPdf(150)], {
      onStart: (started) => (pid = started),
      onPage: (page) => page.fileIndex === 1 && page.pageNumber === 1 && process.kill(pid, 'SIGKILL'),
    });
    expect(failure).to.deep.equal({ code: 'crashed', fileIndex: 1 });
    expect(pages.length).to.be.within(2, 150);
    expect(pages[0]?.text).to.include('DISKOMINFO');
    expect(searchablePdf).to.equal(null);
  });

  it('stops at the time limit and at the memory limit', async () => {
    const bytes = await blankPdf(150);
    expect((await readAll([bytes], { limits: { timeoutMs: 600 } })).failure?.code).to.equal('timeout');
    expect((await readAll([bytes], { limits: { memoryBytes: 30_000_000 } })).failure?.code).to.equal('too_large');
  });

  const qpdf = requireJudge('reading files: refuses a PDF locked with a password', 'qpdf');
  if (qpdf) {
    it('refuses a PDF locked with a password', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'lontar-reading-'));
      try {
        writeFileSync(join(folder, 'open.pdf'), letterPdf());
        execFileSync(qpdf, ['--encrypt', 'rahasia', 'rahasia', '256', '--', 'open.pdf', 'locked.pdf'], { cwd: folder });
        const { failure } = await readAll([readFileSync(join(folder, 'locked.pdf'))]);
        expect(failure).to.deep.equal({ code: 'encrypted', fileIndex: 0 });
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});

/** Share of the box that is dark. */
async function darkness(
  image: Uint8Array,
  box: { x: number; y: number; width: number; height: number },
): Promise<number> {
  const { width, height } = await sharp(image).metadata();
  const pixels = await sharp(image)
    .extract({
      left: Math.floor(box.x * width),
      top: Math.floor(box.y * height),
      width: Math.max(1, Math.floor(box.width * width)),
      height: Math.max(1, Math.floor(box.height * height)),
    })
    .greyscale()
    .raw()
    .toBuffer();
  return pixels.filter((value) => value < 128).length / pixels.length;
}

async function blankPdf(pageCount: number, size: [number, number] = [595, 842]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pageCount; page += 1) document.addPage(size);
  return document.save({ addDefaultPage: false });
}

async function tiffOf(pageCount: number): Promise<Buffer> {
  const page = (shade: number) =>
    sharp({ create: { width: 300, height: 400, channels: 3, background: { r: shade, g: shade, b: shade } } })
      .png()
      .toBuffer();
  const pages = await Promise.all(Array.from({ length: pageCount }, (_, index) => page(100 + index * 50)));
  return sharp(pages, { join: { animated: true } })
    .tiff()
    .toBuffer();
}

/** A PNG that claims to be huge and holds one line. */
function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const line = deflateSync(Buffer.alloc(width + 1));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', line),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
