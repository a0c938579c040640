import { expect } from 'chai';
import { alternate, measure, summarise } from '../../bench/alternate.ts';

describe('alternating blocks', () => {
  it('lets each side go first in turn', async () => {
    const order: string[] = [];
    const side = (name: string) => (block: number) => {
      order.push(`${name}${block}`);
      return Promise.resolve(block);
    };
    const pairs = await alternate(3, { ours: side('A'), baseline: side('B') });
    expect(order).to.deep.equal(['A0', 'B0', 'B1', 'A1', 'A2', 'B2']);
    expect(pairs).to.deep.equal([
      { ours: 0, baseline: 0 },
      { ours: 1, baseline: 1 },
      { ours: 2, baseline: 2 },
    ]);
  });

  it('compares block by block, so that a slow minute for both changes nothing', () => {
    const pairs = [1, 10, 100].map((slowness) => ({ ours: 20 / slowness, baseline: 10 / slowness }));
    expect(summarise(pairs, (rate) => rate)).to.deep.equal({
      ratio: { median: 2, low: 2, high: 2 },
      ours: 2,
      baseline: 1,
    });
  });

  it('counts the processor time of the work beside the wall', async () => {
    const block = await measure(() => {
      const until = process.cpuUsage().user + 30_000;
      while (process.cpuUsage().user < until);
      return Promise.resolve(7);
    });
    expect(block.count).to.equal(7);
    expect(block.cpuSeconds).to.be.at.least(0.03);
    expect(block.wallSeconds).to.be.greaterThan(0.02);
  });
});
