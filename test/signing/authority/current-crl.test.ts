import { expect } from 'chai';
import { join } from 'node:path';
import { currentCrl } from '../../../server/signing/authority/current-crl.ts';
import { revokeCertificate } from '../../../server/signing/authority/revoke-certificate.ts';
import { requireJudge } from '../../support/judges.ts';
import { ask, daysFromNow, makeAuthority, NOW, type SampleAuthority } from '../sample-authority.ts';

describe('currentCrl', () => {
  let sample: SampleAuthority;
  before(async () => {
    sample = await makeAuthority();
  });
  after(() => sample.remove());

  it('does not take back a revocation by a later one', async () => {
    const { certificate } = await sample.issue();
    await revokeCertificate(sample.authority, certificate.serialNumber, daysFromNow(-2));
    const first = Buffer.from(await currentCrl(sample.authority, NOW)).includes(
      Buffer.from(certificate.serialNumber, 'hex'),
    );
    await revokeCertificate(sample.authority, certificate.serialNumber, daysFromNow(5));
    const second = Buffer.from(await currentCrl(sample.authority, NOW)).includes(
      Buffer.from(certificate.serialNumber, 'hex'),
    );
    expect([first, second]).to.deep.equal([true, true]);
  });

  it('refuses a serial number that could name a file elsewhere', async () => {
    const error = await revokeCertificate(sample.authority, '../../x', NOW).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
  });

  const openssl = requireJudge('currentCrl', 'openssl');
  if (openssl === null) return;

  async function checkAgainstList(certificatePath: string): Promise<string> {
    const pem = async (issuer: 'issuing' | 'root'): Promise<Buffer> =>
      ask(openssl ?? '', ['crl', '-inform', 'DER'], await currentCrl(sample.authority, NOW, issuer)).out;
    const lists = sample.folder.write('lists.pem', Buffer.concat([await pem('issuing'), await pem('root')]));
    const trust = [
      '-CAfile',
      sample.rootPath,
      '-untrusted',
      join(sample.authority.dir, 'issuing.pem'),
      '-CRLfile',
      lists,
    ];
    return ask(openssl ?? '', [
      'verify',
      '-crl_check_all',
      '-attime',
      String(NOW.getTime() / 1000),
      ...trust,
      certificatePath,
    ]).said;
  }

  it('lets openssl accept a certificate that is not on it and refuse one that is', async () => {
    const good = await sample.issue();
    const bad = await sample.issue();
    await revokeCertificate(sample.authority, bad.certificate.serialNumber, daysFromNow(-1));
    expect(await checkAgainstList(sample.folder.write('good.pem', good.certificate.toString()))).to.contain(
      'good.pem: OK',
    );
    const said = await checkAgainstList(sample.folder.write('bad.pem', bad.certificate.toString()));
    expect(said).to.contain('certificate revoked');
  });
});
