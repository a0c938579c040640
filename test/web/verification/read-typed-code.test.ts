import { expect } from 'chai';
import { readTypedCode } from '../../../web/src/verification/read-typed-code.ts';

describe('Reading a verification code as people bring it', () => {
  it('takes the short code with dashes, spaces or neither', () => {
    expect(readTypedCode(' 7Q4K-9ZP2-XW3F ')).to.equal('7Q4K-9ZP2-XW3F');
    expect(readTypedCode('7q4k 9zp2 xw3f')).to.equal('7q4k9zp2xw3f');
    expect(readTypedCode('7Q4K–9ZP2–XW3F')).to.equal('7Q4K-9ZP2-XW3F');
  });

  it('takes the token out of a whole address, and the token alone', () => {
    expect(readTypedCode('https://lontar.contoh.go.id/v/FcWk8tgMgBvmBp0laefBkA')).to.equal('FcWk8tgMgBvmBp0laefBkA');
    expect(readTypedCode('FcWk8tgMgBvmBp0laefBkA')).to.equal('FcWk8tgMgBvmBp0laefBkA');
  });

  it('refuses what cannot be a code', () => {
    for (const text of ['', 'abc', '7Q4K-9ZP2', '7Q4K-9ZP2-XW3F-1', 'https://contoh.go.id/lain'])
      expect(readTypedCode(text), text).to.equal(undefined);
  });
});
