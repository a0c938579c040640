import { expect } from 'chai';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { handleOcspRequest } from '../../../server/signing/authority/handle-ocsp-request.ts';
import { revokeCertificate } from '../../../server/signing/authority/revoke-certificate.ts';
import { requireJudge } from '../../support/judges.ts';
import { ask, daysFromNow, makeAuthority, NOW, type SampleAuthority } from '../sample-authority.ts';

describe('handleOcspRequest', () => {
  let sample: SampleAuthority;
  before(async () => {
    sample = await makeAuthority();
  });
  after(() => sample.remove());

  it('answers noise with malformedRequest', async () => {
    for (const bytes of [new Uint8Array(), Buffer.from('apa ini'), Buffer.from('3003020101', 'hex')]) {
      const response = await handleOcspRequest(sample.authority, bytes, NOW);
      expect(Buffer.from(response).toString('hex')).to.equal('30030a0101');
    }
  });

  const openssl = requireJudge('handleOcspRequest', 'openssl');
  if (openssl === null) return;

  async function verdictOn(certificatePath: string, hash: string): Promise<string> {
    const issuer = join(sample.authority.dir, 'issuing.pem');
    const request = join(sample.folder.path, 'request.der');
    ask(openssl ?? '', ['ocsp', `-${hash}`, '-issuer', issuer, '-cert', certificatePath, '-reqout', request]);
    const response = sample.folder.write(
      'response.der',
      await handleOcspRequest(sample.authority, readFileSync(request), NOW),
    );
    const about = ['-reqin', request, '-issuer', issuer, `-${hash}`, '-cert', certificatePath];
    const trust = ['-CAfile', sample.rootPath, '-verify_other', issuer, '-attime', String(NOW.getTime() / 1000)];
    return ask(openssl ?? '', ['ocsp', '-respin', response, ...about, ...trust, '-no_nonce']).said;
  }

  it('calls an issued certificate good, signed so that openssl believes it', async () => {
    const path = sample.folder.write('good.pem', (await sample.issue()).certificate.toString());
    for (const hash of ['sha1', 'sha256']) {
      const said = await verdictOn(path, hash);
      expect(said).to.contain('Response verify OK');
      expect(said).to.contain('good.pem: good');
    }
  });

  it('calls a certificate revoked from the time of its revocation, not before', async () => {
    const { certificate } = await sample.issue();
    const path = sample.folder.write('revoked.pem', certificate.toString());
    await revokeCertificate(sample.authority, certificate.serialNumber, daysFromNow(1));
    expect(await verdictOn(path, 'sha256')).to.contain('revoked.pem: good');
    const { certificate: other } = await sample.issue();
    await revokeCertificate(sample.authority, other.serialNumber, daysFromNow(-1));
    const said = await verdictOn(sample.folder.write('revoked.pem', other.toString()), 'sha256');
    expect(said).to.contain('revoked.pem: revoked');
    expect(said).to.contain('Revocation Time: Nov 23 02:00:00 2026 GMT');
  });

  it('does not know certificates of another authority', async () => {
    const stranger = await makeAuthority();
    const path = sample.folder.write('stranger.pem', (await stranger.issue()).certificate.toString());
    stranger.remove();
    expect(await verdictOn(path, 'sha256')).to.contain('stranger.pem: unknown');
  });

  it('returns the nonce of the request', async () => {
    const issuer = join(sample.authority.dir, 'issuing.pem');
    const path = sample.folder.write('good.pem', (await sample.issue()).certificate.toString());
    const request = join(sample.folder.path, 'nonce.der');
    ask(openssl, ['ocsp', '-issuer', issuer, '-cert', path, '-nonce', '-reqout', request]);
    const response = await handleOcspRequest(sample.authority, readFileSync(request), NOW);
    const nonce = /OCSP Nonce:\s+([0-9A-F]+)/.exec(ask(openssl, ['ocsp', '-reqin', request, '-req_text']).said)?.[1];
    const responsePath = sample.folder.write('response.der', response);
    expect(nonce).to.be.a('string');
    expect(ask(openssl, ['ocsp', '-respin', responsePath, '-resp_text', '-noverify']).said).to.contain(nonce);
  });
});
