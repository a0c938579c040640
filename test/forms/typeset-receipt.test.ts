import { expect } from 'chai';
import sharp from 'sharp';
import { typesetReceipt } from '../../server/forms/typeset-receipt.ts';
import { renderPages } from '../../server/pdf/page-images.ts';
import { HERE, readForm } from './form-pool.ts';
import { receipt } from './samples.ts';

describe('typesetReceipt', () => {
  it('tells on half a sheet of A4 what was received, when, and how to follow it', async () => {
    const { pages, sizes } = await readForm(await typesetReceipt(HERE, receipt()));
    expect(sizes).to.deep.equal(['210 x 148']);
    for (const words of [
      'BUKTI PENERIMAAN SURAT Nomor agenda 4127 Tahun 2026',
      'Senin, 23 November 2026, pukul 09.14 WIB',
      'LTR-7H2K-94QX',
      'lontar.contoh.go.id/lacak dengan memasukkan kode pelacakan',
      'pada 24 November 2026 pukul 10.02 WIB. Sah tanpa tanda tangan dan cap. Pertanyaan: (0561)',
    ])
      expect(pages[0]).to.include(words);
  });

  it('draws the code 36 mm wide', async () => {
    const { pdf } = await typesetReceipt(HERE, receipt());
    const [page] = await renderPages(pdf, { dpi: 127 });
    const { data, info } = await sharp(page!.webp).greyscale().raw().toBuffer({ resolveWithObject: true });
    const row = Math.round((60 / 148) * info.height);
    const dark = Array.from({ length: info.width }, (_, x) => x).filter((x) => {
      const isInFrame = x / 5 > 147 && x / 5 < 199;
      const column = [0, 1, 2, 3, 4, 5, 6, 7].map((y) => data[(row + y * 5) * info.width + x] ?? 255);
      return isInFrame && column.some((value) => value < 100);
    });
    expect((dark.at(-1)! - dark[0]! + 1) / 5).to.be.closeTo(36, 0.6);
  });

  it('stays printable with little known and with much to say', async () => {
    const bare = await readForm(
      await typesetReceipt(HERE, receipt({ letterNumber: null, letterDate: null, contact: null, subject: '' })),
    );
    expect(bare.pages[0]).to.include('Nomor surat : –').and.not.include('Pertanyaan');
    const full = await readForm(
      await typesetReceipt(HERE, receipt({ subject: 'Permohonan data layanan '.repeat(60) })),
    );
    expect(full.pages.join(' ').match(/Permohonan data/gu)).to.have.length(60);
  });
});
