import { expect } from 'chai';
import { placeInQueue } from '../../../web/src/registrasi/next-in-queue.ts';

const queue = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('The place in the queue', () => {
  it('counts from one and names the item after', () => {
    expect(placeInQueue(queue, 'b')).to.deep.equal({ at: 2, next: { id: 'c' } });
  });

  it('goes from the last to the oldest one that was left', () => {
    expect(placeInQueue(queue, 'c').next).to.deep.equal({ id: 'a' });
    expect(placeInQueue([{ id: 'a' }], 'a').next).to.equal(undefined);
  });

  it('begins at the oldest for something outside the queue', () => {
    expect(placeInQueue(queue, 'x')).to.deep.equal({ at: 0, next: { id: 'a' } });
  });
});
