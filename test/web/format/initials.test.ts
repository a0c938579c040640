import { expect } from 'chai';
import { initialsOf } from '../../../web/src/format/initials.ts';

describe('initialsOf', () => {
  it('leaves out degrees before and after the name', () => {
    expect(initialsOf('Dr. Hj. Nurhayati Usman, S.H., M.Si.')).to.equal('NU');
    expect(initialsOf('Ir. Yohanes Libau, M.T.')).to.equal('YL');
  });

  it('gives one letter for a name of one word', () => {
    expect(initialsOf('Suparman')).to.equal('S');
  });
});
