import { expect } from 'chai';
import { parseQuery } from '../../server/search/parse-query.ts';

describe('parseQuery', () => {
  it('takes words, phrases, exclusions and named parts apart', () => {
    expect(parseQuery('Perbaikan jalan "ruas Sintang–Semubuk" -kontrak nomor:1904/DPUPR dari:hendra')).to.deep.equal({
      words: ['perbaikan', 'jalan'],
      isLastPrefix: true,
      excluded: ['kontrak'],
      phrases: ['ruas sintang semubuk'],
      number: null,
      numberPart: '1904/DPUPR',
      sender: 'hendra',
    });
  });

  it('takes a named part with blanks between quotes', () => {
    expect(parseQuery('jalan dari:"Bupati Kapuas Hulu" "ruas jalan"')).to.deep.include({
      words: ['jalan'],
      sender: 'Bupati Kapuas Hulu',
      phrases: ['ruas jalan'],
    });
  });

  it('drops words that stand in every letter, but not when nothing else is asked', () => {
    expect(parseQuery('untuk pengadaan dan').words).to.deep.equal(['pengadaan']);
    expect(parseQuery('dengan').words).to.deep.equal(['dengan']);
  });

  it('takes the last word as a beginning only when it is the word being typed', () => {
    expect(parseQuery('jalan pengad').isLastPrefix).to.equal(true);
    expect(parseQuery('pengadaan dan').isLastPrefix).to.equal(false);
    expect(parseQuery('a').isLastPrefix).to.equal(false);
  });

  it('sees a letter number, whole or in part', () => {
    expect(parseQuery('300.2.1/4187').number).to.equal('300.2.1/4187');
    expect(parseQuery('4187').number).to.equal('4187');
    expect(parseQuery('surat 4187').number).to.equal(null);
    expect(parseQuery('undangan').number).to.equal(null);
  });

  it('survives quotes that do not close and signs that mean something to Postgres', () => {
    expect(parseQuery(`"tanpa akhir & ! | ( ' \\ :*`).words).to.deep.equal(['tanpa', 'akhir']);
    expect(parseQuery('  ')).to.deep.include({ words: [], phrases: [], number: null });
  });
});
