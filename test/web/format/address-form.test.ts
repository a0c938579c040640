import { expect } from 'chai';
import { addressForm, givenName } from '../../../web/src/format/address-form.ts';

describe('addressForm', () => {
  it('greets by the name without titles and degrees', () => {
    expect(addressForm({ name: 'Dr. Hj. Nurhayati Usman, S.H., M.Si.', sex: 'P' })).to.equal('Ibu Nurhayati');
    expect(addressForm({ name: 'Ir. Yohanes Libau, M.T.', sex: 'L' })).to.equal('Bapak Yohanes');
  });

  it('passes over names that half the office shares and single letters', () => {
    expect(givenName('H. Muhammad Rasyid Ibrahim, S.E., M.M.')).to.equal('Rasyid');
    expect(givenName('I Made Sudarma')).to.equal('Made');
  });

  it('keeps a name that consists of nothing else', () => {
    expect(givenName('Muhammad')).to.equal('Muhammad');
    expect(givenName('U.')).to.equal('U.');
  });
});
