import { expect } from 'chai';
import fc from 'fast-check';
import { isUnclear, periodWords, readFate, readPeriod, readTrigger } from '../../server/retention/retention-words.ts';

describe('the words of a retention schedule', () => {
  const PERIODS: [string, number, string][] = [
    ['5 Tahun', 5, ''],
    ['5 tahun', 5, ''],
    ['  2  Th. ', 2, ''],
    ['10 (sepuluh) Tahun', 10, ''],
    ['dua puluh lima tahun', 25, ''],
    ['0 Tahun', 0, ''],
    ['2 Tahun Setelah Pemeriksaan', 2, 'setelah Pemeriksaan'],
    ['1 tahun setelah hak dan kewajiban selesai', 1, 'setelah hak dan kewajiban selesai'],
    ['2 Tahun, sejak penetapan\n kebijakan yang terbaru', 2, 'sejak penetapan kebijakan yang terbaru'],
    ['1 Tahun Sampai Dengan Masalah Selesai', 1, 'sampai dengan Masalah Selesai'],
    ['3 tahun s.d. perkara putus', 3, 's.d. perkara putus'],
    ['2 Tahun Setelah Data Diperbarui (Update)', 2, 'setelah Data Diperbarui (Update)'],
  ];
  for (const [said, years, trigger] of PERIODS)
    it(`reads "${said.replace(/\s+/gu, ' ')}"`, () => {
      expect(readPeriod(said)).to.deep.equal({ years, trigger });
    });

  const UNCLEAR = [
    '',
    '5',
    'Permanen',
    '6 Bulan',
    '1,5 Tahun',
    '1 - 2 Tahun',
    '-2 Tahun',
    '5 (enam) Tahun',
    '5 Tahunan',
    '101 Tahun',
    'selama masih berlaku',
    '2 Tahun pemeriksaan',
    '2 Tahun setelah',
    '2 Tahun setelah audit, lalu 5 Tahun setelah lunas',
    '2 Tahun 6 Bulan',
    `2 Tahun setelah ${'x'.repeat(300)}`,
  ];
  for (const said of UNCLEAR)
    it(`refuses "${said.slice(0, 40)}" with what to write instead`, () => {
      const read = readPeriod(said);
      expect(isUnclear(read), JSON.stringify(read)).to.equal(true);
      if (isUnclear(read)) expect(read.advice).to.match(/^[A-Z].+[.]$/u);
    });

  const FATES: [string, string, string][] = [
    ['Musnah', 'destroy', ''],
    ['dimusnahkan', 'destroy', ''],
    ['PERMANEN', 'permanent', ''],
    ['Dinilai kembali', 'review', ''],
    ['Nilai Kembali', 'review', ''],
    ['Musnah, Kecuali barang Tidak Bergerak', 'destroy', 'kecuali barang Tidak Bergerak'],
    ['Musnah (kecuali gambar)', 'destroy', 'kecuali gambar'],
    ['Permanen kecuali salinan', 'permanent', 'kecuali salinan'],
  ];
  for (const [said, finalAction, exceptionNote] of FATES)
    it(`reads "${said}"`, () => {
      expect(readFate(said)).to.deep.equal({ finalAction, exceptionNote });
    });
  for (const said of ['', 'Simpan', 'Musnah atau Permanen', 'Tidak musnah', 'Musnah, kecuali', 'Permanensi'])
    it(`refuses the fate "${said}"`, () => {
      expect(isUnclear(readFate(said))).to.equal(true);
    });

  const word = fc.stringMatching(/^[a-z]{3,10}$/u).filter((said) => !/^(?:tahun|bulan|hari)$/u.test(said));
  const trigger = fc.oneof(
    fc.constant(''),
    fc
      .tuple(
        fc.constantFrom('setelah', 'sejak', 'sampai dengan', 'terhitung sejak'),
        fc.array(word, { minLength: 1, maxLength: 6 }),
      )
      .map(([connector, words]) => `${connector} ${words.join(' ')}`),
  );

  it('come back from the words that an export writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), trigger, (years, event) => {
        const period = { years, trigger: event };
        expect(readPeriod(periodWords(period))).to.deep.equal(period);
      }),
      { numRuns: 500 },
    );
  });

  it('mean the same in any case and spacing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        trigger,
        fc.constantFrom(' ', '  ', '\t', '\n'),
        (years, event, gap) => {
          const read = readPeriod(`${gap}${years}${gap}TAHUN${gap}${event.replaceAll(' ', gap)}`);
          expect(read).to.deep.equal({ years, trigger: event });
        },
      ),
    );
  });

  it('are either understood within bounds or refused, whatever stands there', () => {
    const tokens = fc.constantFrom(
      '5',
      '2',
      '(dua)',
      'tahun',
      'Tahun',
      'setelah',
      'sejak',
      'musnah',
      ',',
      'kecuali',
      '-',
      'bulan',
      'x',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(tokens, { maxLength: 8 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (said) => {
        const period = readPeriod(said);
        if (!isUnclear(period)) {
          expect(period.years).to.be.within(0, 100);
          expect(readTrigger(period.trigger)).to.equal(period.trigger);
          expect(said).to.match(/t(?:ahu|h)n?/iu);
        }
        const fate = readFate(said);
        if (!isUnclear(fate)) expect(fate.exceptionNote).to.match(/^(?:$|kecuali \S)/u);
      }),
      { numRuns: 2000 },
    );
  });
});
