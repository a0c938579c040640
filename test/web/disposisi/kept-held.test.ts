import { expect } from 'chai';
import { readKept } from '../../../web/src/disposisi/kept-held.ts';

describe('A disposition that is held while the page is loaded again', () => {
  const clock = { device: 1_000_000, page: 500 };
  const kept = (endsAt: number) => JSON.stringify([{ id: 'd', incomingId: 'i', totalMs: 10_000, endsAt }]);

  it('goes on counting from where it was', () => {
    const [held] = readKept(kept(clock.device + 6_000), clock);
    expect(held).to.deep.equal({ id: 'd', incomingId: 'i', totalMs: 10_000, untilMs: 6_500 });
  });

  it('is gone when its time is over, and never lasts longer than the whole', () => {
    expect(readKept(kept(clock.device - 1), clock)).to.deep.equal([]);
    expect(readKept(kept(clock.device + 90_000), clock)[0]?.untilMs).to.equal(10_500);
  });

  it('is nothing where the tab kept nothing that can be read', () => {
    expect(readKept(null, clock)).to.deep.equal([]);
    expect(readKept('{', clock)).to.deep.equal([]);
  });
});
