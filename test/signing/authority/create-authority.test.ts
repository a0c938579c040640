import { expect } from 'chai';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { AUTHORITY_ROLES } from '../../../server/signing/authority/authority.ts';
import { createAuthority } from '../../../server/signing/authority/create-authority.ts';
import { loadAuthority } from '../../../server/signing/authority/load-authority.ts';
import { requireJudge } from '../../support/judges.ts';
import { ask, daysFromNow, makeAuthority, NOW, type SampleAuthority } from '../sample-authority.ts';

describe('the demonstration authority', () => {
  let sample: SampleAuthority;
  before(async () => {
    sample = await makeAuthority();
  });
  after(() => sample.remove());

  it('keeps its keys in files that only their owner may read', () => {
    for (const role of AUTHORITY_ROLES) {
      expect(statSync(join(sample.authority.dir, `${role}.key`)).mode & 0o777).to.equal(0o600);
    }
  });

  it('says in every name that it has no legal force', () => {
    for (const role of AUTHORITY_ROLES) {
      expect(sample.authority[role].certificate.subject).to.contain('Demonstrasi Lontar - tanpa kekuatan hukum');
    }
  });

  it('is the same authority when it is loaded again', async () => {
    const loaded = await loadAuthority(sample.authority.dir);
    expect(loaded.baseUrl).to.equal(sample.authority.baseUrl);
    for (const role of AUTHORITY_ROLES) {
      expect(loaded[role].certificate.fingerprint256).to.equal(sample.authority[role].certificate.fingerprint256);
      expect(loaded[role].certificate.checkPrivateKey(loaded[role].key)).to.equal(true);
    }
  });

  it('is not made a second time over an existing one', async () => {
    const again = createAuthority(sample.authority.dir, { now: NOW, baseUrl: 'http://127.0.0.1:9' });
    expect(await again.catch((error: unknown) => String(error))).to.contain('tidak kosong');
  });

  it('covers dates two years back, so that seeded letters can be signed under it', () => {
    expect(new Date(sample.authority.root.certificate.validFrom).getTime()).to.be.below(daysFromNow(-729).getTime());
  });

  const openssl = requireJudge('the demonstration authority', 'openssl');
  if (openssl !== null) {
    it('has a chain that openssl accepts under the strict rules, for officials, timestamps and OCSP', async () => {
      await sample.issue({ name: 'Nama yang jauh lebih panjang daripada enam puluh empat huruf yang diizinkan X.509' });
      const { dir } = sample.authority;
      const official = sample.folder.write('official.pem', (await sample.issue()).certificate.toString());
      const at = String(NOW.getTime() / 1000);
      for (const path of [official, join(dir, 'timestamping.pem'), join(dir, 'ocsp.pem')]) {
        const args = ['verify', '-x509_strict', '-attime', at, '-CAfile', sample.rootPath];
        const { code, said } = ask(openssl, [...args, '-untrusted', join(dir, 'issuing.pem'), path]);
        expect(code, said).to.equal(0);
      }
    });

    it('marks time stamping as the critical and only purpose of its timestamp certificate', () => {
      const { said } = ask(openssl, ['x509', '-in', join(sample.authority.dir, 'timestamping.pem'), '-noout', '-text']);
      expect(said).to.match(/Extended Key Usage: critical\s+Time Stamping\n/);
    });

    it('gives officials non-repudiation, their NIP, and addresses of list and issuer', async () => {
      const path = sample.folder.write('official.pem', (await sample.issue()).certificate.toString());
      const { said } = ask(openssl, ['x509', '-in', path, '-noout', '-text']);
      expect(said).to.contain('Digital Signature, Non Repudiation');
      expect(said).to.contain('serialNumber = 197001011995032001');
      expect(said).to.contain('URI:http://127.0.0.1:9/demo-authority/issuing.crl');
      expect(said).to.contain('CA Issuers - URI:http://127.0.0.1:9/demo-authority/issuing.crt');
    });
  }
});
