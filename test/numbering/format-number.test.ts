import { expect } from 'chai';
import fc from 'fast-check';
import { findFormatProblem, formatNumber, numberPattern, splitFormat } from '../../server/numbering/format-number.ts';

const parts = { classification: '500.12.6', unitCode: 'DISKOMINFO', year: 2026, month: 7 };
const written = (format: string, padding = 0, number = 12) => formatNumber({ format, padding }, { ...parts, number });

const token = fc.constantFrom('{klasifikasi}', '{unit}', '{tahun}', '{bulan}', '{bulan_romawi}');
const serial = fc.constantFrom('{nomor}', '{nomor:3}', '{nomor:5}');
const separator = fc.constantFrom('/', '-', '.', ' ');
const anyFormat = fc
  .tuple(
    fc.array(fc.tuple(token, separator), { maxLength: 4 }),
    serial,
    fc.array(fc.tuple(separator, token), { maxLength: 4 }),
  )
  .map(([before, number, after]) => `${before.flat().join('')}${number}${after.flat().join('')}`);
const anyParts = fc.record({
  classification: fc.stringMatching(/^[0-9]{3}([.][0-9]{1,2}){0,3}$/u),
  unitCode: fc.stringMatching(/^[A-Z]{2,10}$/u),
  year: fc.integer({ min: 2020, max: 2100 }),
  month: fc.integer({ min: 1, max: 12 }),
});
const anyPadding = fc.integer({ min: 0, max: 8 });
const anyNumber = fc.integer({ min: 1, max: 2_000_000 });

describe('formatNumber', () => {
  it('fills the usual format', () => {
    expect(written('{klasifikasi}/{nomor}/{unit}/{tahun}')).to.equal('500.12.6/12/DISKOMINFO/2026');
  });

  it('writes the month in digits or roman', () => {
    expect(written('{nomor}/{bulan}/{bulan_romawi}')).to.equal('12/07/VII');
  });

  it('pads by the format, else by the register', () => {
    expect(written('{nomor:4}', 2)).to.equal('0012');
    expect(written('{nomor}', 3)).to.equal('012');
    expect(written('{nomor}', 1, 12345)).to.equal('12345');
  });

  it('shows dots where the number will be', () => {
    expect(numberPattern({ format: '{klasifikasi}/{nomor:3}/{unit}/{tahun}', padding: 0 }, parts)).to.equal(
      '500.12.6/……/DISKOMINFO/2026',
    );
  });

  it('leaves no brace in any number of a good format', () => {
    fc.assert(
      fc.property(anyFormat, anyPadding, anyParts, anyNumber, (format, padding, values, number) => {
        expect(findFormatProblem(format)).to.equal(null);
        expect(formatNumber({ format, padding }, { ...values, number })).not.to.match(/[{}]/u);
      }),
    );
  });

  it('gives different numbers of one register and year different texts', () => {
    fc.assert(
      fc.property(
        anyFormat,
        anyPadding,
        anyParts,
        fc.uniqueArray(anyNumber, { minLength: 2, maxLength: 20 }),
        (...args) => {
          const [format, padding, values, numbers] = args;
          const texts = numbers.map((number) => formatNumber({ format, padding }, { ...values, number }));
          expect(new Set(texts).size).to.equal(numbers.length);
        },
      ),
    );
  });

  it('is the pieces around the serial with the padded serial between them', () => {
    fc.assert(
      fc.property(anyFormat, anyPadding, anyParts, anyNumber, (format, padding, values, number) => {
        const { before, after, width } = splitFormat({ format, padding }, values);
        const text = formatNumber({ format, padding }, { ...values, number });
        expect(text).to.equal(`${before}${String(number).padStart(width, '0')}${after}`);
      }),
    );
  });
});

describe('findFormatProblem', () => {
  it('names an unknown part', () => {
    expect(findFormatProblem('{nomor}/{kota}')).to.contain('{kota}');
  });

  it('wants the number exactly once', () => {
    expect(findFormatProblem('{klasifikasi}/{tahun}')).to.contain('{nomor}');
    expect(findFormatProblem('{nomor}/{nomor:3}')).to.contain('{nomor}');
  });

  it('finds a stray brace', () => {
    expect(findFormatProblem('{nomor}/{')).to.contain('kurawal');
  });
});
