import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { PDFDocument } from 'pdf-lib';
import { letterSheetSchema, type LetterSheet } from '../../server/pdf/letter-sheet.ts';
import { TypesetError } from '../../server/pdf/typeset-error.ts';
import { typesetLetter } from '../../server/pdf/typeset.ts';
import { requireJudge } from '../support/judges.ts';
import { anyBody } from './any-body.ts';
import { readPages } from './read-pages.ts';
import { body, corpus, notaDinas, suratDinas, table } from './corpus.ts';

const OPTIONS = { creationDate: new Date('2026-11-24T03:00:00Z'), conformance: 'a-2b' } as const;
const A4 = { width: 595.28, height: 841.89 };

const typeset = (sheet: LetterSheet) => typesetLetter(sheet, OPTIONS);

describe('typesetLetter', () => {
  it('gives the same bytes for the same sheet and date, also after other letters', () => {
    const first = typeset(suratDinas()).pdf;
    typeset(notaDinas());
    expect(Buffer.compare(typeset(suratDinas()).pdf, first)).to.equal(0);
    const later = typesetLetter(suratDinas(), { ...OPTIONS, creationDate: new Date('2026-11-25T03:00:00Z') });
    expect(Buffer.compare(later.pdf, first)).to.not.equal(0);
  });

  it('lays out every letter of the corpus and reports the pages that the file has', async () => {
    for (const [name, sheet] of Object.entries(corpus())) {
      const { pdf, pageCount } = typeset(letterSheetSchema.parse(sheet));
      const document = await PDFDocument.load(pdf, { updateMetadata: false });
      expect(document.getPageCount(), name).to.equal(pageCount);
    }
  });

  it('grows to several pages with a long body', () => {
    expect(typeset(suratDinas()).pageCount).to.equal(1);
    expect(typeset(corpus()['fivePages']!).pageCount).to.be.greaterThan(3);
  });

  it('places the signature box inside the margins of a page of the letter', () => {
    for (const [name, sheet] of Object.entries(corpus())) {
      const { signatureBox: box, pageCount } = typeset(sheet);
      expect(box.page, name).to.be.within(1, pageCount);
      expect(box.x, name).to.be.closeTo((112 / 25.4) * 72, 0.1);
      expect(box.x + box.width, name).to.be.closeTo(A4.width - (20 / 25.4) * 72, 0.1);
      expect(box.y, name).to.be.greaterThan((25 / 25.4) * 72 - 0.1);
      expect(box.y + box.height, name).to.be.lessThan(A4.height - (25 / 25.4) * 72);
    }
  });

  it('keeps the closing sentence with the signature on the next page', async () => {
    const overflowing: string[][] = [];
    for (const count of [9, 10, 11, 12, 13]) {
      const lines = Array.from({ length: count }, (_, index) => `Alinea ${index + 1} `.repeat(20));
      const sheet = suratDinas({ body: body(...lines, 'Demikian disampaikan.'), carbonCopies: [] });
      const pages = await readPages(typeset(sheet).pdf);
      expect(pages.find((text) => text.includes('NIP 19740816'))).to.include('Demikian disampaikan.');
      if (pages.length > 1) overflowing.push(pages);
    }
    expect(overflowing).not.to.be.empty;
  });

  it('refuses a character without glyph and names it', () => {
    const attempt = () => typeset(suratDinas({ body: body('Salam 漢 dan ✓.') }));
    expect(attempt).to.throw(TypesetError).with.property('code', 'unprintable');
    try {
      attempt();
    } catch (error) {
      expect((error as TypesetError).characters.join(''))
        .to.include('漢')
        .and.to.include('✓');
    }
  });

  it('prints the text of the letter as data, whatever it looks like', async () => {
    const hostile = '#panic("x") $x$ *bukan tebal* @ref <label> \\u{41} [kurung] // komentar';
    const [text = ''] = await readPages(typeset(suratDinas({ body: body(hostile), subject: hostile })).pdf);
    expect(text).to.include('#panic("x") $x$ *bukan tebal* @ref <label> \\u{41} [kurung] // komentar');
  });

  it('prints every field of a surat dinas', async () => {
    const sheet = corpus()['subDelegated']!;
    const text = (await readPages(typeset(sheet).pdf)).join(' ');
    const expected = [
      sheet.number!,
      sheet.handlingGrade,
      sheet.attachmentText,
      'Pontianak, 24 November 2026',
      'Sekretaris Perangkat Daerah',
      'a.n.',
      'GUBERNUR KALIMANTAN BARAT',
      'SEKRETARIS DAERAH,',
      'u.b.',
      'Plh.',
      'ASISTEN ADMINISTRASI UMUM,',
      'Ratna Dewi Anggraini,',
      'NIP 19740816 199903 2 004',
      '7Q4K-9ZP2-XWMB',
      'Tembusan:',
      'Halaman 1 dari 1',
    ];
    for (const part of expected) expect(text).to.include(part);
  });

  it('prints the rows of a nota dinas', async () => {
    const [text = ''] = await readPages(typeset(notaDinas()).pdf);
    for (const part of [
      'NOTA DINAS',
      'Dari',
      'Kepala Bidang Aplikasi Informatika',
      'Tembusan',
      '500.12.11.2/318/ND/APTIKA',
    ]) {
      expect(text).to.include(part);
    }
    expect(text).not.to.include('Tembusan:');
  });

  it('marks drafts, and only drafts, as KONSEP', async () => {
    const readAll = async (stage: LetterSheet['stage']) =>
      (await readPages(typeset(suratDinas({ stage })).pdf)).join('');
    expect(await readAll('draft')).to.include('KONSEP');
    expect(await readAll('to_sign')).not.to.include('KONSEP');
    expect(await readAll('final')).not.to.include('KONSEP');
  });

  it('shows the pattern and dots while number and date are unknown', async () => {
    const [text = ''] = await readPages(typeset(corpus()['toSign']!).pdf);
    expect(text).to.include('500.12.11.2/……/DISKOMINFO-A (saat TTE)');
    expect(text).to.include('…… November 2026');
  });

  it('leaves rank and NIP of a regional head out', async () => {
    const [text = ''] = await readPages(typeset(corpus()['governor']!).pdf);
    expect(text).to.include('Arifin Budi Santoso');
    expect(text).not.to.include('NIP');
  });

  it('says on every page that a demonstration has no legal force', async () => {
    const sheet = suratDinas({ ...corpus()['fivePages'], footer: { sentence: 'Contoh.', isDemo: true } });
    const pages = await readPages(typeset(sheet).pdf);
    expect(pages.length).to.be.greaterThan(3);
    for (const text of pages) expect(text).to.include('Dokumen demonstrasi, tanpa kekuatan hukum');
  });

  it('prints the security class on every page of a secret letter', async () => {
    const pages = await readPages(typeset(corpus()['secret']!).pdf);
    for (const text of pages) expect(text).to.include('RAHASIA');
    expect((await readPages(typeset(suratDinas()).pdf)).join('')).not.to.include('RAHASIA');
  });

  it('moves more than twelve addressees to a list of their own', async () => {
    const pages = await readPages(typeset(corpus()['annexedRecipients']!).pdf);
    expect(pages[0]).to.include('(daftar terlampir)');
    expect(pages[1]).to.include('DAFTAR PENERIMA SURAT');
    expect(pages.join(' ')).to.include('Kepala Perangkat Daerah Contoh 30');
  });

  it('repeats the head of a table that goes over a page end', async () => {
    const pages = await readPages(typeset(corpus()['longTable']!).pdf);
    for (const text of pages.slice(0, 2)) expect(text).to.include('No. Nama Jabatan Unit Kerja');
  });

  it('leaves no single row of a table over on a new page', async () => {
    const rowsOnSecondPage: number[] = [];
    for (let count = 26; count <= 32; count += 1) {
      const rows = Array.from({ length: count }, (_, index) => [String(index + 1), `Pegawai ${index + 1}`, 'Bidang']);
      const sheet = suratDinas({ body: body('Daftar:', table(['No.', 'Nama', 'Unit'], rows), 'Demikian.') });
      const [, second = ''] = await readPages(typeset(sheet).pdf);
      rowsOnSecondPage.push(second.match(/Pegawai \d+/gu)?.length ?? 0);
    }
    expect(rowsOnSecondPage).to.include(2).and.to.include(0);
    expect(rowsOnSecondPage).not.to.include(1);
  });

  it('typesets every valid body', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(anyBody(), (content) => {
        const { pageCount, signatureBox } = typeset(suratDinas({ body: content }));
        return pageCount >= 1 && signatureBox.page <= pageCount;
      }),
      { numRuns: 25, seed: 20261124, interruptAfterTimeLimit: 90_000 },
    );
  });

  it('gives up the tags, never the letter, where Typst cannot tag what goes over a page end', function () {
    this.timeout(60_000);
    const content = fc.sample(anyBody(), { numRuns: 25, seed: 8 })[18];
    if (content === undefined) throw new Error('no sample');
    expect(typeset(suratDinas({ body: content })).pageCount).to.be.greaterThan(1);
  });

  it('holds its memory over 300 letters', async function () {
    this.timeout(180_000);
    const sheet = suratDinas();
    const print = async (from: number, to: number) => {
      for (let index = from; index < to; index += 1) {
        typeset({ ...sheet, number: `500/${index}`, subject: `Hal ${index}` });
        await setImmediate();
      }
    };
    await print(0, 100);
    const before = process.memoryUsage.rss();
    await print(100, 300);
    expect(process.memoryUsage.rss() - before).to.be.lessThan(60 * 1024 * 1024);
  });

  const qpdf = requireJudge('typesetLetter: writes files that qpdf finds sound', 'qpdf');
  if (qpdf) {
    it('writes files that qpdf finds sound', () => {
      inFolder((folder) => {
        const file = join(folder, 'letter.pdf');
        writeFileSync(file, typeset(corpus()['standard']!).pdf);
        expect(execFileSync(qpdf, ['--check', file], { encoding: 'utf8' })).to.include(
          'No syntax or stream encoding errors',
        );
      });
    });
  }
});

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'lontar-pdf-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
