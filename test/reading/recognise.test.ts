import { expect } from 'chai';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { chooseOcrEngine } from '../../server/reading/choose-ocr-engine.ts';
import type { OcrEngine } from '../../server/reading/ocr-engine.ts';
import { proposeFields } from '../../server/reading/propose-fields.ts';
import type { PageBox, Reading } from '../../server/reading/reading.ts';
import { waitUntilGone } from '../../server/runtime/process-state.ts';
import { findJudge, requireJudge } from '../support/judges.ts';
import { nobody, packaged, readAll } from './run-reading.ts';
import { BUPATI_SINTANG, letterPdf, linesPdf, scanPage, scannedPdf } from './sample-letters.ts';

const A4 = { width: 595.28, height: 841.89 };

function expectSintangLetter(reading: Reading): void {
  expect(reading.failure).to.equal(null);
  expect(reading.pages.map((page) => page.source)).to.deep.equal(['ocr']);
  expect(reading.pages[0]!.webp.length).to.be.below(120_000);
  const found = proposeFields(reading.pages);
  expect(found.number?.value).to.equal('600.1.10/1873/DPUPR-B/2026');
  expect(found.letterDate?.value).to.equal('2026-11-23');
  expect(found.subject?.value).to.equal('Usulan Penanganan Darurat Jembatan Ketungau II');
  expect(found.senderTitle?.value).to.equal('Bupati Sintang');
  expect(found.senderOrganisation?.value).to.equal('Pemerintah Kabupaten Sintang');
  expect(found.handlingGrade?.value).to.equal('segera');
  expect(found.addressee?.value).to.equal('Gubernur Kalimantan Barat');
  expectNear(found.number!.box, { x: 131, y: 135, width: 149 });
  expectNear(found.letterDate!.box, { x: 431, y: 135, width: 95 });
  expectNear(found.senderTitle!.box, { x: 231, y: 77, width: 132 });
}

/** Within four millimetres: the scan is turned and cut a little. */
function expectNear(box: PageBox, points: { x: number; y: number; width: number }): void {
  expect(box.x * A4.width).to.be.closeTo(points.x, 11);
  expect(box.y * A4.height).to.be.closeTo(points.y, 11);
  expect(box.width * A4.width).to.be.closeTo(points.width, 14);
}

describe('recognising scans', function () {
  this.timeout(240_000);
  let scan: Uint8Array;
  before(async () => {
    scan = await scannedPdf(await linesPdf(BUPATI_SINTANG));
  });

  it('reads a scan with the packaged recogniser', async () => {
    const engine = await packaged();
    expect(engine.name).to.match(/^tesseract\.js 7\.\d+\.\d+ \(ind\+eng\)$/u);
    const reading = await readAll([scan], { engine });
    expect(reading.engine).to.equal(engine.name);
    expectSintangLetter(reading);
  });

  const tesseract = requireJudge('recognising scans: reads a scan with the recogniser of the system', 'tesseract');
  if (tesseract) {
    it('reads a scan with the recogniser of the system', async () => {
      const engine = await chooseOcrEngine({ program: tesseract });
      expect(engine.name).to.match(/^tesseract \d[\w.]* \((?:ind\+eng|ind|eng)\)$/u);
      expectSintangLetter(await readAll([scan], { engine }));
    });
  }

  it('reads a photo that lies on its side', async () => {
    const upright = await scanPage(await linesPdf(BUPATI_SINTANG));
    const photo = await sharp(await upright.rotate(-90).png().toBuffer())
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 80 })
      .toBuffer();
    expectSintangLetter(await readAll([photo], { engine: await someEngine() }));
  });

  it('leaves pages with a text layer to themselves and makes one searchable PDF of all', async () => {
    const reading = await readAll([letterPdf(), scan], { engine: await someEngine() });
    expect(reading.pages.map((page) => page.source)).to.deep.equal(['text_layer', 'ocr']);
    const again = await readAll([reading.searchablePdf!]);
    expect(again.pages.map((page) => page.source)).to.deep.equal(['text_layer', 'text_layer']);
    const [before, after] = [reading.pages[1]!, again.pages[1]!].map((page) =>
      page.words.find((word) => word.text.includes('/1873/')),
    );
    expect(after!.x).to.be.closeTo(before!.x, 0.005);
    expect(after!.y).to.be.closeTo(before!.y, 0.01);
    expect(after!.width).to.be.closeTo(before!.width, 0.01);
  });

  const pdftotext = requireJudge('recognising scans: makes a PDF in which others find the words', 'pdftotext');
  if (pdftotext) {
    it('makes a PDF in which others find the words at their places', async () => {
      const { searchablePdf } = await readAll([scan], { engine: await someEngine() });
      const boxes = execFileSync(pdftotext, ['-bbox', '-', '-'], { input: searchablePdf!, encoding: 'utf8' });
      const [, x, y, right] =
        /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>600\.1\.10\/1873/u.exec(boxes) ?? [];
      expect(Number(x)).to.be.closeTo(131, 11);
      expect(Number(y)).to.be.closeTo(135, 11);
      expect(Number(right) - Number(x)).to.be.closeTo(149, 14);
      expect(execFileSync(pdftotext, ['-', '-'], { input: searchablePdf!, encoding: 'utf8' })).to.include(
        'Usulan Penanganan Darurat',
      );
    });
  }

  it('draws scans without text when there is no recogniser', async () => {
    const { pages, failure, searchablePdf, engine } = await readAll([scan], { engine: await nobody() });
    expect([failure, searchablePdf, engine]).to.deep.equal([null, null, 'none']);
    expect(pages[0]).to.include({ source: 'none', text: '' });
  });

  it('has every page drawn when the recogniser dies', async () => {
    await withProgram('cat > /dev/null; kill -9 $$', async (engine) => {
      const { pages, failure } = await readAll([scan, scan, letterPdf()], { engine });
      expect(failure).to.deep.equal({ code: 'ocr_failed', fileIndex: 0 });
      expect(pages.map((page) => page.source)).to.deep.equal(['none', 'none', 'text_layer']);
      expect(pages.every((page) => page.webp.length > 5000)).to.equal(true);
    });
  });

  it('has every page drawn when the recogniser is not there any more', async () => {
    const gone: OcrEngine = {
      kind: 'program',
      name: 'gone',
      program: join(tmpdir(), 'no-such-program'),
      arguments: [],
    };
    const { pages, failure } = await readAll([scan], { engine: gone });
    expect(failure?.code).to.equal('ocr_failed');
    expect(pages).to.have.length(1);
  });

  it('gives up a page that takes too long, and ends the recogniser with its process', async () => {
    await withProgram('echo $$ > "$(dirname "$0")/pid"; exec sleep 60', async (engine, folder) => {
      const { pages, failure } = await readAll([scan, letterPdf()], { engine, limits: { pageTimeoutMs: 1500 } });
      expect(failure).to.deep.equal({ code: 'timeout', fileIndex: 0 });
      expect(pages.map((page) => page.source)).to.deep.equal(['none', 'text_layer']);
      const whole = await readAll([scan], { engine, limits: { timeoutMs: 8000 } });
      expect([whole.failure?.code, whole.pages.length]).to.deep.equal(['timeout', 1]);
      const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
      expect(await waitUntilGone(pid, 5000)).to.equal(true);
    });
  });

  it('falls back from the system to the package and then to nobody', async () => {
    await withProgram('exit 1', async (engine) => {
      const program = engine.kind === 'program' ? engine.program : null;
      expect((await chooseOcrEngine({ program })).kind).to.equal('package');
      expect((await chooseOcrEngine({ program, isPackageAllowed: false })).kind).to.equal('none');
    });
  });

  it('takes what the system has of the two languages', async () => {
    const listing =
      'if [ "$1" = --version ]; then echo "tesseract 5.9.1"; else printf \'List of available languages in "/data/" (2):\\neng\\nosd\\n\'; fi';
    await withProgram(listing, async (engine) => {
      const program = engine.kind === 'program' ? engine.program : null;
      const chosen = await chooseOcrEngine({ program });
      expect(chosen.name).to.equal('tesseract 5.9.1 (eng)');
      expect(chosen).to.deep.include({ kind: 'program' });
    });
  });
});

async function someEngine(): Promise<OcrEngine> {
  const program = findJudge('tesseract');
  return chooseOcrEngine({ program });
}

/** A recogniser made of shell lines. */
async function withProgram(lines: string, use: (engine: OcrEngine, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lontar-recogniser-'));
  const program = join(folder, 'tesseract');
  try {
    writeFileSync(program, `#!/bin/sh\nPATH=/usr/bin:/bin\n${lines}\n`);
    chmodSync(program, 0o755);
    await use({ kind: 'program', name: 'tesseract test', program, arguments: [] }, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
