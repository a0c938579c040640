import { expect } from 'chai';
import { buildTsQuery } from '../../server/search/build-ts-query.ts';
import { expandWord } from '../../server/search/expand-word.ts';
import { parseQuery } from '../../server/search/parse-query.ts';

describe('expandWord', () => {
  it('puts t and k in front of a stem that lost its first letter', () => {
    expect(expandWord('menulis', 'ulis')).to.deep.equal(['menulis', 'ulis', 'tulis', 'kulis']);
    expect(expandWord('mengirim', 'irim')).to.include('kirim');
  });

  it('takes t and k away from a plain word, as the stemmer did in the letter', () => {
    expect(expandWord('tulis', 'tulis')).to.deep.equal(['tulis', 'ulis']);
    expect(expandWord('kirim', 'kirim')).to.include('irim');
  });

  it('leaves other words and short ones alone', () => {
    expect(expandWord('jalan', 'jalan')).to.deep.equal(['jalan']);
    expect(expandWord('ke', 'ke')).to.deep.equal(['ke']);
    expect(expandWord('anggaran', 'anggar')).to.deep.equal(['anggaran', 'anggar', 'tanggar', 'kanggar']);
  });
});

describe('buildTsQuery', () => {
  const queryOf = (text: string, stems: string[]) => buildTsQuery(parseQuery(text), stems);

  it('asks for all words in any of their forms, the last one as a beginning', () => {
    expect(queryOf('menulis jalan', ['ulis', 'jalan'])).to.equal(
      "('menulis' | 'ulis' | 'tulis' | 'kulis') & ('jalan' | 'jalan':*)",
    );
  });

  it('excludes a word as written and by its stem', () => {
    expect(queryOf('jalan -jembatannya', ['jalan', 'jembatan'])).to.equal(
      "('jalan' | 'jalan':*) & !('jembatannya' | 'jembatan')",
    );
  });

  it('is null without words', () => {
    expect(queryOf('"ruas jalan"', [])).to.equal(null);
  });
});
