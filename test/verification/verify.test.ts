import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { verifyFile } from '../../server/verification/verify-file.ts';
import { verifyPage } from '../../server/verification/verify-page.ts';
import { verifyPdf } from '../../server/verification/verify-pdf.ts';
import { verify } from '../../server/verification/verify.ts';
import { makeAgency, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { giveCertificate, press, readyToSign } from '../support/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { rowsOf } from '../support/rows.ts';
import { signedLetter } from '../support/signed-letter.ts';
import { visitorFrom } from '../support/visitor.ts';

interface Code {
  token: string;
  shortCode: string;
}

describe('public verification', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let open: Code;
  let limited: Code;
  const visitor = visitorFrom('203.0.113.7');

  async function codeOf(letterId: string): Promise<Code> {
    const [row] = await rowsOf<{ token: string; short_code: string }>(
      deps.database.adminUrl,
      'select token, short_code from verification_token where letter_id = $1',
      [letterId],
    );
    return { token: row?.token ?? '', shortCode: row?.short_code ?? '' };
  }

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps);
    await giveCertificate(deps, agency, 'kadis');
    open = await codeOf((await signedLetter(deps, agency, { subject: 'Undangan rapat' })).id);
    limited = await codeOf((await signedLetter(deps, agency, { subject: 'Evaluasi pegawai', securityClass: 'T' })).id);
  });
  after(() => deps.release());

  it('tells whoever scans the QR that the letter is genuine, by whom and when', async () => {
    const found = await verify(deps, visitor, { code: open.token });
    expect(found).to.deep.include({
      status: 'genuine',
      number: '500.12.6/1/DISKOMINFO/2026',
      letterDate: '2026-11-24',
      subject: 'Undangan rapat',
      agencyName: 'Pemerintah Provinsi Uji',
      unitName: 'Dinas Komunikasi dan Informatika',
      signatoryName: agency.desk('kadis').name,
      level: 'B-T',
      canDownload: true,
      isDemo: true,
      shortCode: open.shortCode,
    });
    expect(found.timestampAt).to.match(/^2026-11-24T/u);
    expect(found.issuer).to.be.a('string').and.not.equal('');
  });

  it('leads from the short code to the same page, however it is typed', async () => {
    const bySpelling = await verify(deps, visitor, { code: open.shortCode.toLowerCase().replaceAll('-', ' ') });
    expect(bySpelling).to.deep.equal(await verify(deps, visitor, { code: open.token }));
  });

  it('hides the subject of a limited letter and gives no copy', async () => {
    expect(await verify(deps, visitor, { code: limited.token })).to.include({ subject: null, canDownload: false });
    await refusalOf(verifyPdf(deps, visitor, { code: limited.token }), 'not_found');
    await refusalOf(verifyPage(deps, visitor, { code: limited.token, page: 1 }), 'not_found');
  });

  it('hands out the signed bytes and page images of an open letter', async () => {
    const { sha256 } = await verify(deps, visitor, { code: open.token });
    const pdf = await verifyPdf(deps, visitor, { code: open.token });
    expect(
      createHash('sha256')
        .update(pdf.bytes as Uint8Array)
        .digest('hex'),
    ).to.equal(sha256);
    const page = await verifyPage(deps, visitor, { code: open.token, page: 1 });
    expect(page.mediaType).to.equal('image/webp');
    expect(
      Buffer.from(page.bytes as Uint8Array)
        .subarray(8, 12)
        .toString(),
    ).to.equal('WEBP');
    await refusalOf(verifyPage(deps, visitor, { code: open.token, page: 99 }), 'not_found');
  });

  it('says of a letter in signing that it is in progress, and nothing of its content', async () => {
    const letter = await readyToSign(deps, agency, { subject: 'Belum selesai' });
    await press(deps, agency, letter);
    const found = await verify(deps, visitor, { code: (await codeOf(letter.id)).token });
    expect(found).to.include({ status: 'in_progress', sha256: null, signedAt: null, canDownload: false });
  });

  it('answers unknown, misspelt and void codes alike', async () => {
    const details = await Promise.all(
      ['AAAAAAAAAAAAAAAAAAAAAA', '0000-0000-0000', 'bukan kode sama sekali'].map(async (code) => {
        const refusal = await refusalOf(verify(deps, visitorFrom('203.0.113.8'), { code }), 'not_found');
        return refusal.detail;
      }),
    );
    expect(new Set(details).size).to.equal(1);
  });

  it('stops an address that tries codes, and no other', async () => {
    const guesser = visitorFrom('203.0.113.9');
    for (let tries = 0; tries < 20; tries += 1)
      await refusalOf(verify(deps, guesser, { code: `0000-0000-${1000 + tries}` }), 'not_found');
    const refusal = await refusalOf(verify(deps, guesser, { code: open.token }), 'throttled');
    expect(refusal.retryAfterSeconds).to.be.greaterThan(0);
    expect((await verify(deps, visitorFrom('203.0.113.10'), { code: open.token })).status).to.equal('genuine');
  });

  describe('of an uploaded file', () => {
    let original: Buffer;
    const check = (bytes: Buffer, code?: string) =>
      verifyFile(deps, visitorFrom('203.0.113.20'), { bytes, ...(code === undefined ? {} : { code }) });

    before(async () => {
      original = Buffer.from((await verifyPdf(deps, visitor, { code: open.token })).bytes as Uint8Array);
    });

    it('knows the exact bytes again without being told the code', async () => {
      const verdict = await check(original);
      expect(verdict).to.include({ verdict: 'identical', matchesCode: open.shortCode });
      expect(verdict.signatures).to.have.lengthOf(1);
      expect(verdict.signatures[0]).to.include({ signer: agency.desk('kadis').name, isTrusted: true });
    });

    it('says that a file with something appended is changed and that the original is valid', async () => {
      const grown = Buffer.concat([original, Buffer.from('\n9 0 obj\n<< /Type /Annot >>\nendobj\n')]);
      const verdict = await check(grown);
      expect(verdict).to.include({ verdict: 'changed', matchesCode: null });
      expect(verdict.reason).to.match(/Surat aslinya tersimpan di sini dan sah/u);
      expect((await check(grown, open.token)).reason).to.match(/Surat aslinya ada dan sah/u);
    });

    it('does not accept a file with one flipped byte', async () => {
      const flipped = Buffer.from(original);
      flipped.writeUInt8(flipped.readUInt8(2000) ^ 1, 2000);
      expect((await check(flipped)).verdict).to.equal('changed');
    });

    it('refuses what is no PDF in a sentence, and counts uploads by address', async () => {
      const refusal = await refusalOf(check(Buffer.from('bukan pdf')), 'invalid_input');
      expect(refusal.detail).to.match(/bukan PDF/u);
      const flooder = visitorFrom('203.0.113.21');
      for (let uploads = 0; uploads < 12; uploads += 1)
        await refusalOf(verifyFile(deps, flooder, { bytes: Buffer.from('x') }), 'invalid_input');
      await refusalOf(verifyFile(deps, flooder, { bytes: original }), 'throttled');
    });
  });
});
