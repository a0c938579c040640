import { expect } from 'chai';
import fc from 'fast-check';
import { bandKeys, estimateSimilarity, signText } from '../../server/reading/sign-text.ts';

const LETTER = Array.from({ length: 120 }, (_, index) => `kata${index % 97} ke${index}`).join(' ');

describe('signatures of texts', () => {
  it('are the same for the same words in other case, accents and punctuation', () => {
    expect(signText('Dengan hormat, kami SAMPAIKAN: jembatan é rusak.')).to.deep.equal(
      signText('dengan hormat kami sampaikan jembatan e  rusak'),
    );
  });

  it('are 64 signed 32-bit integers and 16 short keys', () => {
    const signature = signText(LETTER);
    expect(signature).to.have.length(64);
    expect(signature.every((value) => Number.isInteger(value) && value === (value | 0))).to.equal(true);
    expect(new Set(bandKeys(signature)).size).to.equal(16);
    expect(bandKeys(signature).every((key) => key.length <= 8)).to.equal(true);
  });

  it('are empty for a text without words, which is like nothing', () => {
    expect(signText(' -- \n')).to.deep.equal([]);
    expect(bandKeys([])).to.deep.equal([]);
    expect(estimateSimilarity([], [])).to.equal(0);
  });

  it('exist for texts of one word', () => {
    expect(estimateSimilarity(signText('surat'), signText('Surat.'))).to.equal(1);
  });

  it('find a scan of the same letter with a few misread words', () => {
    const misread = LETTER.replace('kata5 ', 'kala5 ').replace('kata60 ', 'kota60 ').replace('ke100', 'k3100');
    const [a, b] = [signText(LETTER), signText(misread)];
    expect(estimateSimilarity(a, b)).to.be.within(0.75, 1);
    expect(bandKeys(a).some((key) => bandKeys(b).includes(key))).to.equal(true);
  });

  it('keep letters apart that share only their closing', () => {
    const closing = ' demikian disampaikan atas perhatian saudara kami ucapkan terima kasih';
    const other = Array.from({ length: 120 }, (_, index) => `lain${index} hal${index}`).join(' ');
    const [a, b] = [signText(LETTER + closing), signText(other + closing)];
    expect(estimateSimilarity(a, b)).to.be.below(0.2);
    expect(bandKeys(a).some((key) => bandKeys(b).includes(key))).to.equal(false);
  });

  it('estimate the true share of common word runs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (common) => {
        const shared = Array.from({ length: common }, (_, index) => `s${index}`);
        const own = (name: string) => Array.from({ length: 200 - common }, (_, index) => `${name}${index}`);
        const [a, b] = [[...shared, ...own('a')].join(' '), [...shared, ...own('b')].join(' ')];
        const runs = Math.max(0, common - 2);
        const truth = runs / (2 * 198 - runs);
        expect(estimateSimilarity(signText(a), signText(b))).to.be.closeTo(truth, 0.25);
      }),
      { numRuns: 40 },
    );
  });
});
