import { expect } from 'chai';
import { moveRow } from '../../../web/src/pengaturan/move-row.ts';

describe('rows of a list in settings', () => {
  it('move by one and stay where they are at the ends', () => {
    expect(moveRow(['a', 'b', 'c'], 0, 1)).to.deep.equal(['b', 'a', 'c']);
    expect(moveRow(['a', 'b', 'c'], 2, -1)).to.deep.equal(['a', 'c', 'b']);
    expect(moveRow(['a', 'b'], 0, -1)).to.deep.equal(['a', 'b']);
    expect(moveRow(['a', 'b'], 1, 1)).to.deep.equal(['a', 'b']);
  });
});
