import { expect } from 'chai';
import { bootstrapRatio } from '../../bench/bootstrap-ratio.ts';

describe('the ratio of a quantile over all samples', () => {
  const block = (ours: number[], baseline: number[]) => ({ ours, baseline });

  it('takes the quantile of the pooled samples of each side', () => {
    const { ratio, ours, baseline } = bootstrapRatio([block([1, 9], [2, 2]), block([3, 5], [2, 2])], 0.5);
    expect({ ratio, ours, baseline }).to.deep.equal({ ratio: 2, ours: 4, baseline: 2 });
  });

  it('has no width when all blocks agree, and some when they do not', () => {
    const same = bootstrapRatio(
      Array.from({ length: 10 }, () => block([4, 4], [2, 2])),
      0.99,
    );
    expect([same.low, same.ratio, same.high]).to.deep.equal([2, 2, 2]);
    const mixed = bootstrapRatio(
      Array.from({ length: 10 }, (_, index) => block([index + 1], [1])),
      0.5,
    );
    expect(mixed.low).to.be.below(mixed.ratio);
    expect(mixed.high).to.be.above(mixed.ratio);
  });
});
