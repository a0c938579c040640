import { expect } from 'chai';
import { fitLine } from '../../bench/fit-line.ts';

describe('the slope of growth', () => {
  it('is exact without error on a straight line', () => {
    const { slope, error } = fitLine([200, 600, 1000].map((x) => ({ x, y: 7 + 3 * x })));
    expect(slope).to.be.closeTo(3, 1e-9);
    expect(error).to.be.closeTo(0, 1e-9);
  });

  it('carries an error where the points scatter', () => {
    const { slope, error } = fitLine([0, 1, 2, 3].map((x) => ({ x, y: x % 2 })));
    expect(slope).to.be.closeTo(0.2, 1e-9);
    expect(error).to.be.greaterThan(0.1);
  });

  it('refuses two points, through which any error is nought', () => {
    expect(() =>
      fitLine([
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ]),
    ).to.throw(RangeError);
  });
});
