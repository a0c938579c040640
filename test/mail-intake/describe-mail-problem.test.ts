import { expect } from 'chai';
import { describeMailProblem } from '../../server/mail-intake/describe-mail-problem.ts';
import { MailIntakeError } from '../../server/mail-intake/parse-message-in-child.ts';

const withCode = (code: string) => Object.assign(new Error('raw text of a library'), { code });

describe('describeMailProblem', () => {
  it('has a sentence of its own for each kind of trouble', () => {
    const codes = ['ENOTFOUND', 'ECONNREFUSED', 'EHOSTUNREACH', 'ETIMEOUT', 'NoConnection', 'CERT_HAS_EXPIRED'];
    const more = [
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'EPROTO',
      'ETHROTTLE',
      'LiteralTooLarge',
    ];
    const sentences = [...codes, ...more].map((code) => describeMailProblem(withCode(code)));
    expect(new Set(sentences)).to.have.length(sentences.length);
    for (const sentence of sentences)
      expect(sentence)
        .to.match(/^\p{Lu}.*[.]$/u)
        .and.not.contain('dikenal (');
  });

  it('says so, with the code, when it does not know the trouble, and never shows a foreign text', () => {
    expect(describeMailProblem(withCode('EODD'))).to.match(/belum dikenal \(EODD\)\.$/);
    for (const error of [new Error('password=rahasia'), 'password=rahasia', null, undefined, 7]) {
      expect(describeMailProblem(error))
        .to.match(/^Kotak surat tidak dapat dibaca/)
        .and.not.contain('rahasia');
    }
    expect(describeMailProblem(new MailIntakeError('EAGAIN'))).to.match(/^Proses pembaca surel/);
  });
});
