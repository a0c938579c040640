import { expect } from 'chai';
import fc from 'fast-check';
import { medianInterval, quantile } from '../../bench/median-interval.ts';

describe('the median of blocks and its interval', () => {
  it('leaves out the outermost value at each end of ten blocks', () => {
    expect(medianInterval([9, 1, 10, 2, 8, 3, 7, 4, 6, 5])).to.deep.equal({ median: 5.5, low: 2, high: 9 });
  });

  it('leaves out two at each end of twelve and none of five', () => {
    const twelve = Array.from({ length: 12 }, (_, index) => index + 1);
    expect(medianInterval(twelve)).to.deep.equal({ median: 6.5, low: 3, high: 10 });
    expect(medianInterval([5, 4, 3, 2, 1])).to.deep.equal({ median: 3, low: 1, high: 5 });
  });

  it('refuses no values', () => {
    expect(() => medianInterval([])).to.throw(RangeError);
  });

  it('holds the true median in 95 of 100 samples or more', () => {
    let state = 12345;
    const random = () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
    const samples = Array.from({ length: 2000 }, () => medianInterval(Array.from({ length: 10 }, random)));
    const holding = samples.filter(({ low, high }) => low <= 0.5 && high >= 0.5);
    expect(holding.length / samples.length).to.be.within(0.95, 1);
  });

  it('keeps the median inside its interval whatever the values are', () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, (given) => {
        const { median, low, high } = medianInterval(given);
        return low <= median && median <= high;
      }),
    );
  });

  it('draws quantiles straight between neighbours', () => {
    expect(quantile([10, 20, 30], 0.25)).to.equal(15);
    expect(quantile([10, 20, 30], 1)).to.equal(30);
  });
});
