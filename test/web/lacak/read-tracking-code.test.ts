import { expect } from 'chai';
import { readTrackingCode } from '../../../web/src/lacak/read-tracking-code.ts';

describe('A typed tracking code', () => {
  it('is read in any case, with or without dashes', () => {
    expect(readTrackingCode(' ltr-yj1j-zpv6 ')).to.equal('LTR-YJ1J-ZPV6');
    expect(readTrackingCode('YJ1J ZPV6')).to.equal('YJ1JZPV6');
  });

  it('is found in the whole address', () => {
    expect(readTrackingCode('https://surat.example/lacak/LTR-YJ1J-ZPV6')).to.equal('LTR-YJ1J-ZPV6');
  });

  it('is refused when it can be none', () => {
    for (const text of ['', 'abc', '???', 'x'.repeat(30)]) expect(readTrackingCode(text), text).to.equal(undefined);
  });
});
