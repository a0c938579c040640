import { expect } from 'chai';
import { createHash, verify } from 'node:crypto';
import { issueOfficialCertificate } from '../../../server/signing/authority/issue-official-certificate.ts';
import { KeystoreUnreadable, openKeystore, WrongPassphrase } from '../../../server/signing/authority/open-keystore.ts';
import { PBKDF2_ITERATIONS } from '../../../server/signing/authority/write-pkcs12.ts';
import { requireJudge } from '../../support/judges.ts';
import { ask, daysFromNow, makeAuthority, type SampleAuthority } from '../sample-authority.ts';

describe('openKeystore', () => {
  let sample: SampleAuthority;
  let pkcs12: Uint8Array;
  let serial: string;
  before(async () => {
    sample = await makeAuthority();
    const issued = await issueOfficialCertificate(sample.authority, {
      name: 'Ir. Budi Santoso',
      nip: '196902021994031002',
      organisation: 'Dinas Contoh',
      validFrom: daysFromNow(-10),
      validTo: daysFromNow(10),
      passphrase: 'kata sandi ü',
    });
    ({ pkcs12, serial } = issued);
  });
  after(() => sample.remove());

  it('opens with the passphrase and signs so that the certificate verifies', async () => {
    const keystore = await openKeystore(pkcs12, 'kata sandi ü', 'demo');
    expect(keystore.kind).to.equal('demo');
    expect(keystore.certificate.serialNumber).to.equal(serial);
    expect(keystore.chain.map(({ subject }) => subject)).to.deep.equal([sample.authority.issuing.certificate.subject]);
    const tbs = Buffer.from('isi');
    expect(verify('sha256', tbs, keystore.certificate.publicKey, await keystore.sign(tbs))).to.equal(true);
  });

  it('refuses any other passphrase as wrong', async () => {
    for (const passphrase of ['', 'kata sandi u', 'KATA SANDI Ü', 'x'.repeat(2000)]) {
      const error = await openKeystore(pkcs12, passphrase).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(WrongPassphrase);
    }
  });

  it('calls a file that is no PKCS#12 unreadable', async () => {
    for (const bytes of [new Uint8Array(), Buffer.from('bukan kunci'), pkcs12.subarray(0, 300)]) {
      const error = await openKeystore(bytes, 'x').catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(KeystoreUnreadable);
    }
  });

  it('holds the key only in encrypted form, behind half a million rounds at least', async () => {
    const { key } = await openKeystore(pkcs12, 'kata sandi ü');
    const secret = Buffer.from(String(key.export({ format: 'jwk' }).d), 'base64url');
    expect(Buffer.from(pkcs12).includes(secret)).to.equal(false);
    expect(PBKDF2_ITERATIONS).to.be.at.least(500_000);
  });

  const openssl = requireJudge('openKeystore', 'openssl');
  if (openssl !== null) {
    it('is opened by openssl too, which finds the same key', async () => {
      const path = sample.folder.write('official.p12', pkcs12);
      const args = ['pkcs12', '-in', path, '-nomacver', '-nodes', '-nocerts', '-passin', 'pass:kata sandi ü'];
      const { said } = ask(openssl, args);
      const { key } = await openKeystore(pkcs12, 'kata sandi ü');
      const ours = createHash('sha256')
        .update(key.export({ format: 'der', type: 'pkcs8' }))
        .digest('hex');
      const pem = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/.exec(said)?.[0] ?? '';
      const theirs = ask(openssl, ['pkcs8', '-topk8', '-nocrypt', '-outform', 'DER'], Buffer.from(pem)).out;
      expect(createHash('sha256').update(theirs).digest('hex')).to.equal(ours);
    });

    it('opens what openssl exported, with its encrypted certificates and its MAC', async () => {
      const keystore = await openKeystore(pkcs12, 'kata sandi ü');
      const key = sample.folder.write('key.pem', keystore.key.export({ format: 'pem', type: 'pkcs8' }).toString());
      const chain = sample.folder.write('chain.pem', sample.authority.issuing.certificate.toString() + sample.root);
      const certificate = sample.folder.write('certificate.pem', keystore.certificate.toString());
      const args = [
        'pkcs12',
        '-export',
        '-inkey',
        key,
        '-in',
        certificate,
        '-certfile',
        chain,
        '-passout',
        'pass:lain',
      ];
      const exported = ask(openssl, args).out;
      const opened = await openKeystore(exported, 'lain');
      expect(opened.certificate.serialNumber).to.equal(serial);
      expect(opened.chain).to.have.length(1);
      expect(await openKeystore(exported, 'lian').catch((reason: unknown) => reason)).to.be.instanceOf(WrongPassphrase);
    });
  }
});
