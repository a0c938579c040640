import { expect } from 'chai';
import { previewDelayMs } from '../../../web/src/konsep/preview-pace.ts';

describe('previewDelayMs', () => {
  it('asks for the first pages at once', () => {
    expect(previewDelayMs(50, null)).to.equal(0);
  });

  it('waits a fifth of a second for the keys to rest', () => {
    expect(previewDelayMs(9000, 5000)).to.equal(200);
  });

  it('asks once a second at most while somebody types slowly', () => {
    expect(previewDelayMs(5300, 5000)).to.equal(700);
    expect(previewDelayMs(5900, 5000)).to.equal(200);
  });
});
