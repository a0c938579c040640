import { expect } from 'chai';
import { parseDate } from '../../server/reading/parse-date.ts';

const read = (text: string) => parseDate(text)?.date ?? null;

describe('dates of letters', () => {
  it('reads Indonesian months, old spellings and abbreviations', () => {
    expect(read('Pontianak, 23 November 2026')).to.equal('2026-11-23');
    expect(read('Pontianak, 3 Nopember 2026')).to.equal('2026-11-03');
    expect(read('1 Pebruari 2025')).to.equal('2025-02-01');
    expect(read('17 Agt. 2026')).to.equal('2026-08-17');
    expect(read('2 Mei 2026')).to.equal('2026-05-02');
  });

  it('mends misread digits and letters', () => {
    expect(read('Sintang, l7 Nopernber 2O26')).to.equal('2026-11-17');
    expect(read('Sintang, 1O Agustu5 2026')).to.equal('2026-08-10');
    expect(read('Sintang, 2 Me1 2026')).to.equal('2026-05-02');
    expect(read('Sintang, I1 Desernber 2026')).to.equal('2026-12-11');
  });

  it('reads figures', () => {
    expect(read('Tanggal: 23-11-2026')).to.equal('2026-11-23');
    expect(read('23/1/2026')).to.equal('2026-01-23');
  });

  it('refuses what is no date', () => {
    expect(read('31 Februari 2026')).to.equal(null);
    expect(read('Pontianak,    November 2026')).to.equal(null);
    expect(read('Nomor 100.3/12/2026')).to.equal(null);
    expect(read('25 peserta 2026')).to.equal(null);
  });
});
