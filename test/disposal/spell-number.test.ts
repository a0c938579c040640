import { expect } from 'chai';
import fc from 'fast-check';
import { figureAndWords, spellNumber } from '../../server/disposal/spell-number.ts';

const WORDS: Record<number, string> = {
  0: 'nol',
  1: 'satu',
  10: 'sepuluh',
  11: 'sebelas',
  12: 'dua belas',
  19: 'sembilan belas',
  20: 'dua puluh',
  21: 'dua puluh satu',
  100: 'seratus',
  101: 'seratus satu',
  110: 'seratus sepuluh',
  128: 'seratus dua puluh delapan',
  200: 'dua ratus',
  306: 'tiga ratus enam',
  1000: 'seribu',
  1001: 'seribu satu',
  1100: 'seribu seratus',
  2026: 'dua ribu dua puluh enam',
  11_000: 'sebelas ribu',
  100_000: 'seratus ribu',
  1_000_000: 'satu juta',
  2_500_000: 'dua juta lima ratus ribu',
};

describe('numbers in words', () => {
  for (const [figure, words] of Object.entries(WORDS))
    it(`${figure} is ${words}`, () => {
      expect(spellNumber(Number(figure))).to.equal(words);
    });

  it('never repeats itself: two numbers have two names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 999_999 }), (one, other) => {
        expect(spellNumber(one) === spellNumber(other)).to.equal(one === other);
      }),
    );
  });

  it('stand behind the figure in brackets', () => {
    expect(figureAndWords(1240)).to.equal('1.240 (seribu dua ratus empat puluh)');
  });
});
