import { expect } from 'chai';
import type { SignatureReport, VerificationReport } from '../../server/signing/pades/report.ts';
import { judgeFile, type FileFacts } from '../../server/verification/judge-file.ts';
import type { Verifiable } from '../../server/verification/load-by-code.ts';

const signature: SignatureReport = {
  kind: 'signature',
  fieldName: 'Tanda1',
  verdict: 'valid',
  level: 'B-T',
  name: 'Pejabat Kadis',
  subject: 'CN=Pejabat Kadis',
  issuer: 'CN=CA Uji',
  serial: '01',
  signedAt: new Date('2026-11-24T03:00:00Z'),
  chainOk: true,
  coversWholeFile: true,
};

describe('judgeFile', () => {
  const report = (
    verdict: VerificationReport['verdict'],
    more: Partial<VerificationReport> = {},
  ): VerificationReport => ({
    verdict,
    level: 'B-T',
    signatures: [signature],
    ...more,
  });
  const asked = (status: Verifiable['status'], securityClass: 'B' | 'T' = 'B') =>
    ({ status, shortCode: '7Q4K-9ZP2-XWA1', letter: { securityClass } }) as Verifiable;
  const judge = (facts: Partial<FileFacts>) =>
    judgeFile({ sha256: 'ab', report: report('valid'), ownCode: null, asked: undefined, original: false, ...facts });

  it('calls a file identical by its bytes alone, and says so when the letter is revoked or another one', () => {
    expect(judge({ ownCode: '7Q4K-9ZP2-XWA1' })).to.include({ verdict: 'identical', matchesCode: '7Q4K-9ZP2-XWA1' });
    expect(judge({ ownCode: '7Q4K-9ZP2-XWA1', asked: asked('revoked') }).reason).to.match(/sudah dicabut/u);
    expect(judge({ ownCode: '0000-0000-0000', asked: asked('genuine') }).reason).to.match(/bukan surat dengan kode/u);
  });

  it('says of a changed file that the original exists and is valid, and how to get it', () => {
    const changed = report('changed');
    expect(judge({ report: changed, asked: asked('genuine') }).reason).to.match(/ada dan sah: unduh dari halaman ini/u);
    expect(judge({ report: changed, asked: asked('genuine', 'T') }).reason).to.match(/minta kepada penerbitnya/u);
    expect(judge({ report: changed, asked: asked('revoked') }).reason).to.match(/sudah dicabut/u);
    expect(judge({ report: changed, original: true }).reason).to.match(/tersimpan di sini dan sah/u);
    expect(judge({ report: changed }).reason).to.match(/Minta surat aslinya/u);
  });

  it('calls a valid file from elsewhere valid, not ours', () => {
    expect(judge({})).to.include({ verdict: 'valid', matchesCode: null });
    expect(judge({}).reason).to.match(/tidak diterbitkan dari sistem ini/u);
    expect(judge({ asked: asked('genuine') }).reason).to.match(/bukan surat dengan kode yang Anda periksa/u);
  });

  it('cannot tell about a file without a signature, and does not call it forged', () => {
    const verdict = judge({ report: report('unknown', { signatures: [] }) });
    expect(verdict.verdict).to.equal('unknown');
    expect(verdict.reason).to.match(/tidak memuat tanda tangan elektronik/u);
    expect(verdict.reason).not.to.match(/palsu/u);
  });

  it('passes on why a signature is not valid, and who signed', () => {
    const verdict = judge({ report: report('invalid', { reason: 'Sertifikat sudah dicabut.' }) });
    expect(verdict).to.include({ verdict: 'invalid' });
    expect(verdict.reason).to.match(/Sertifikat sudah dicabut/u);
    expect(verdict.signatures).to.deep.equal([
      { signer: 'Pejabat Kadis', issuer: 'CN=CA Uji', signedAt: '2026-11-24T03:00:00.000Z', isTrusted: true },
    ]);
  });
});
