import { expect } from 'chai';
import { bindWords } from '../../server/pdf/bind-words.ts';
import { findUnprintable, isPrintable } from '../../server/pdf/find-unprintable.ts';
import { formatDate, formatPendingDate } from '../../server/pdf/format-date.ts';
import { widthEm } from '../../server/pdf/measure-text.ts';
import { planName, planOffice } from '../../server/pdf/plan-signature.ts';
import { planTable } from '../../server/pdf/plan-table.ts';
import { suratDinas, table } from './corpus.ts';

const visible = (text: string) => text.replaceAll('\u00a0', '~');

describe('text of a letter before layout', () => {
  it('binds what must not part at a line end and changes nothing else', () => {
    expect(visible(bindWords('tanggal 24 November 2026 dan huruf a'))).to.equal('tanggal 24~November 2026 dan huruf~a');
    expect(visible(bindWords('2 (dua) orang pukul 16.00 WIB'))).to.equal('2~(dua) orang pukul~16.00~WIB');
    expect(visible(bindWords('sebesar Rp 12.500 pada Pasal 5 ayat (1)'))).to.equal(
      'sebesar Rp~12.500 pada Pasal~5 ayat~(1)',
    );
    const plain = 'huruf tebal, angka kecil. Tahun depan';
    expect(bindWords(plain)).to.equal(plain);
  });

  it('finds characters without glyph and tells where they stand', () => {
    expect(findUnprintable('Rapat 漢 pukul 10 😀.')).to.deep.equal([
      { char: '漢', index: 6 },
      { char: '😀', index: 17 },
    ]);
    expect(findUnprintable('“Yth.” – é ½ Rp 10.000… \u00a0\u00ad\n')).to.deep.equal([]);
    expect(isPrintable('A')).to.equal(true);
    expect(isPrintable('✓')).to.equal(false);
  });

  it('writes dates in Indonesian, with dots for what is not known yet', () => {
    expect(visible(formatDate('2026-11-04'))).to.equal('4~November~2026');
    expect(visible(formatPendingDate('2026-08'))).to.equal('……~Agustus~2026');
    expect(formatPendingDate(null)).to.match(/^…+\s…+\s…+$/u);
  });

  it('measures text with the widths of the font', () => {
    expect(widthEm('mm', '400Regular')).to.be.closeTo(2 * 0.833, 0.001);
    expect(widthEm('0', '700Bold')).to.be.closeTo(0.556, 0.001);
  });

  it('parts a long office before the region and never after DAN', () => {
    expect(planOffice(suratDinas())).to.deep.equal([
      ['', ['KEPALA DINAS KOMUNIKASI', 'DAN\u00a0INFORMATIKA', 'PROVINSI KALIMANTAN BARAT,']],
    ]);
  });

  it('hangs a.n. and the acting prefix beside their own lines', () => {
    const { signatory } = suratDinas();
    const rows = planOffice(
      suratDinas({
        signatory: {
          ...signatory,
          onBehalfLine: 'a.n. GUBERNUR KALIMANTAN BARAT',
          subDelegatedLine: 'SEKRETARIS DAERAH',
          officeLine: 'ASISTEN ADMINISTRASI UMUM',
          actingPrefix: 'Plt.',
        },
      }),
    );
    expect(rows).to.deep.equal([
      ['a.n.', ['GUBERNUR KALIMANTAN BARAT']],
      ['', ['SEKRETARIS DAERAH,']],
      ['', ['u.b.']],
      ['Plt.', ['ASISTEN ADMINISTRASI UMUM,']],
    ]);
  });

  it('parts a long name before its degrees only', () => {
    expect(visible(planName('Ratna Dewi Anggraini, S.Sos., M.A.P.'))).to.equal('Ratna Dewi Anggraini, S.Sos.,~M.A.P.');
    expect(planName('Budi Santoso, S.H.')).to.equal('Budi Santoso, S.H.');
  });

  it('fills the width of the page with a table and keeps a serial column narrow', () => {
    const plan = planTable(
      table(['No.', 'Uraian', 'Ket.'], [['1', 'Uraian yang panjang '.repeat(8), '-']]),
      160,
      () => ({
        type: 'paragraph',
        align: null,
        content: [],
      }),
    );
    expect(plan.columns.reduce((sum, width) => sum + width, 0)).to.be.closeTo(160, 0.01);
    expect(plan.columns[0]).to.be.lessThan(14);
    expect(plan.columns[1]).to.be.greaterThan(100);
    expect(plan.head).to.have.length(3);
    expect(plan.tail).to.deep.equal([]);
    expect(plan.rows.map(({ align }) => align)).to.deep.equal(['center', 'left', 'left']);
  });
});
