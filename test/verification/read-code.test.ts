import { expect } from 'chai';
import { readCode } from '../../server/verification/read-code.ts';

describe('readCode', () => {
  it('reads a short code in any case, with dashes, spaces or nothing between its groups', () => {
    for (const typed of ['7Q4K-9ZP2-XWA1', '7q4k9zp2xwa1', ' 7q4k 9zp2 xwa1 ', '7Q4K–9ZP2–XWA1'])
      expect(readCode(typed).shortCode, typed).to.equal('7Q4K-9ZP2-XWA1');
  });

  it('takes O for 0 and I or L for 1', () => {
    expect(readCode('OQ4K-9ZP2-XWIL').shortCode).to.equal('0Q4K-9ZP2-XW11');
  });

  it('keeps a QR token exactly as it is', () => {
    expect(readCode('Ab_-0123456789abcdefgh').token).to.equal('Ab_-0123456789abcdefgh');
  });

  it('takes anything else for neither', () => {
    for (const typed of ['', '7Q4K-9ZP2', '7Q4K-9ZP2-XWU1', "' or 1=1 --aaaaaaa", '7Q4K-9ZP2-XWA1-1'])
      expect(readCode(typed), typed).to.deep.equal({ token: null, shortCode: null });
  });
});
