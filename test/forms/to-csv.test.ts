import { expect } from 'chai';
import { toCsv } from '../../server/forms/to-csv.ts';

describe('toCsv', () => {
  it('writes what Indonesian spreadsheets open: mark, semicolons, quoted where needed', () => {
    expect(
      toCsv([
        ['Unit', 3],
        ['Dinas "A"; B', 1.5],
      ]),
    ).to.equal('\uFEFFUnit;3\r\n"Dinas ""A""; B";1.5\r\n');
  });

  it('lets no text become a formula', () => {
    for (const text of ['=1+1', '+62', '-5', '@a', '\tx']) expect(toCsv([[text]]), text).to.match(/^\uFEFF'/u);
    expect(toCsv([[-5]])).to.equal('\uFEFF-5\r\n');
  });
});
