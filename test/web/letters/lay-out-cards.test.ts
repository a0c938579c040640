import { expect } from 'chai';
import { layOutCards } from '../../../web/src/letters/lay-out-cards.ts';

describe('layOutCards', () => {
  it('puts each card level with its words while there is room', () => {
    expect(
      layOutCards([
        { wanted: 10, height: 50 },
        { wanted: 200, height: 50 },
      ]).tops,
    ).to.deep.equal([10, 200]);
  });

  it('pushes down what would overlap, in the order of the words', () => {
    const { tops, height } = layOutCards([
      { wanted: 40, height: 50 },
      { wanted: 20, height: 100 },
      { wanted: undefined, height: 30 },
    ]);
    expect(tops).to.deep.equal([132, 20, 194]);
    expect(height).to.equal(224);
  });
});
