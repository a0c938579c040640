import { expect } from 'chai';
import type { Keystore } from '../../../server/signing/authority/open-keystore.ts';
import { currentCrl } from '../../../server/signing/authority/current-crl.ts';
import { handleOcspRequest } from '../../../server/signing/authority/handle-ocsp-request.ts';
import { revokeCertificate } from '../../../server/signing/authority/revoke-certificate.ts';
import { addSignatureTimestamp } from '../../../server/signing/pades/add-signature-timestamp.ts';
import {
  withUnsignedAttribute,
  writeSignedAttributes,
  attribute,
} from '../../../server/signing/pades/cms/write-signed-data.ts';
import { fillGap } from '../../../server/signing/pades/contents-gap.ts';
import { OID } from '../../../server/signing/pades/der/oids.ts';
import {
  integer,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
} from '../../../server/signing/pades/der/write-der.ts';
import type { VerificationReport, VerifyOptions } from '../../../server/signing/pades/report.ts';
import { verifySignedPdf } from '../../../server/signing/pades/verify-signed-pdf.ts';
import { readCertificate } from '../../../server/signing/pades/x509/read-certificate.ts';
import { createHash } from 'node:crypto';
import { addDocumentTimestamp, addValidationStore, resign } from '../forged-updates.ts';
import {
  daysFromNow,
  lastByteRange,
  lastCms,
  makeAuthority,
  NOW,
  type SampleAuthority,
  samplePdf,
  signSample,
  signTimestamped,
} from '../sample-authority.ts';

describe('verifySignedPdf', () => {
  let sample: SampleAuthority;
  let keystore: Keystore;
  let signed: Uint8Array;
  before(async () => {
    sample = await makeAuthority();
    keystore = await sample.issue();
    signed = await signTimestamped(sample, keystore);
  });
  after(() => sample.remove());

  function verify(pdf: Uint8Array, options: Partial<VerifyOptions> = {}): VerificationReport {
    return verifySignedPdf(pdf, { trustAnchors: [sample.root], now: NOW, ...options });
  }

  async function ocspAbout(certificate: Keystore['certificate'], at = NOW): Promise<Uint8Array> {
    const issuer = readCertificate(sample.authority.issuing.certificate);
    const hash = (part: Uint8Array): Buffer => octetString(createHash('sha256').update(part).digest());
    const serial = integer(Buffer.from(certificate.serialNumber, 'hex'));
    const algorithm = sequence(objectIdentifier(OID.sha256));
    const certId = sequence(algorithm, hash(issuer.subjectDer), hash(issuer.publicKeyBits), serial);
    return handleOcspRequest(sample.authority, sequence(sequence(sequence(sequence(certId)))), at);
  }

  describe('what it tells of a good letter', () => {
    it('says who signed, under which certificate, when, and that nothing came after', () => {
      const report = verify(signed);
      expect(report.verdict).to.equal('valid');
      expect(report.level).to.equal('B-T');
      expect(report.reason).to.equal(undefined);
      const [signature] = report.signatures;
      expect(signature).to.include({ name: 'Dra. Siti Rahayu, M.Si.', serial: keystore.certificate.serialNumber });
      expect(signature).to.include({
        chainOk: true,
        coversWholeFile: true,
        fieldName: 'TandaTangan1',
        kind: 'signature',
      });
      expect(signature?.signedAt).to.deep.equal(NOW);
      expect(signature?.claimedAt).to.deep.equal(NOW);
      expect(signature?.timestamp).to.include({ trusted: true });
      expect(signature?.revoked).to.equal(undefined);
    });

    it('is B-B without a timestamp', async () => {
      const report = verify(await signSample(keystore));
      expect([report.verdict, report.level, report.signatures[0]?.signedAt]).to.deep.equal(['valid', 'B-B', undefined]);
    });

    it('reads RSA signatures and files with object streams just as well', async () => {
      const rsa = await sample.issue({ keyType: 'rsa2048' });
      const pdf = await samplePdf({ useObjectStreams: true });
      expect(verify(await signTimestamped(sample, rsa, { pdf })).verdict).to.equal('valid');
    });

    it('cannot tell about files without signature and files that are no PDF', async () => {
      for (const bytes of [await samplePdf(), new Uint8Array(), Buffer.from('%PDF-1.7\n'), Buffer.from('surat')]) {
        const report = verify(bytes);
        expect(report.verdict).to.equal('unknown');
        expect(report.reason).to.be.a('string');
      }
    });
  });

  describe('trust', () => {
    it('cannot tell when the issuer is not on the list', async () => {
      const stranger = await makeAuthority();
      const report = verify(signed, { trustAnchors: [stranger.root] });
      stranger.remove();
      expect(report.verdict).to.equal('unknown');
      expect(report.signatures[0]?.chainOk).to.equal(false);
    });

    it('trusts an expired certificate only when a timestamp proves that it was used in time', async () => {
      const short = await sample.issue({ validTo: daysFromNow(1) });
      const later = { now: daysFromNow(30) };
      expect(verify(await signTimestamped(sample, short), later).verdict).to.equal('valid');
      expect(verify(await signSample(short), later).verdict).to.equal('unknown');
      const tooLate = await addSignatureTimestamp(await signSample(short), sample.stamp(daysFromNow(2)));
      expect(verify(tooLate, later).verdict).to.equal('invalid');
    });

    it('refuses a certificate that was not valid yet', async () => {
      const early = await sample.issue({ validFrom: daysFromNow(5) });
      expect(verify(await signTimestamped(sample, early)).verdict).to.equal('invalid');
    });

    it('refuses a timestamp from the future', async () => {
      const future = await addSignatureTimestamp(await signSample(keystore), sample.stamp(daysFromNow(3)));
      expect(verify(future).verdict).to.equal('invalid');
    });

    it('refuses a signature made with a certificate for timestamps', () => {
      const { timestamping, issuing } = sample.authority;
      const report = verify(resign(signed, { ...timestamping, chain: [issuing.certificate] }));
      expect(report.verdict).to.equal('invalid');
    });

    it('does not trust a certificate that an official issued with his own key', async () => {
      const impostor = await makeAuthority();
      const official = await impostor.issue();
      const chain = [
        impostor.authority.issuing.certificate,
        keystore.certificate,
        sample.authority.issuing.certificate,
      ];
      const report = verify(resign(signed, { key: official.key, certificate: official.certificate, chain }));
      impostor.remove();
      expect(report.verdict).to.equal('unknown');
    });
  });

  describe('revocation', () => {
    let revoked: Keystore;
    before(async () => {
      revoked = await sample.issue();
      await revokeCertificate(sample.authority, revoked.certificate.serialNumber, daysFromNow(2));
    });

    it('says that a certificate was looked up and is not revoked', async () => {
      const crl = [await currentCrl(sample.authority, NOW)];
      expect(verify(signed, { crl }).signatures[0]?.revoked).to.equal(false);
      const ocsp = [await ocspAbout(keystore.certificate)];
      expect(verify(signed, { ocsp }).signatures[0]?.revoked).to.equal(false);
    });

    it('refuses what was signed after the revocation, by list and by OCSP', async () => {
      const late = await addSignatureTimestamp(await signSample(revoked), sample.stamp(daysFromNow(3)));
      const now = daysFromNow(4);
      for (const source of [
        { crl: [await currentCrl(sample.authority, now)] },
        { ocsp: [await ocspAbout(revoked.certificate, now)] },
      ]) {
        const report = verify(late, { now, ...source });
        expect(report.verdict).to.equal('invalid');
        expect(report.signatures[0]?.revoked).to.equal(true);
      }
    });

    it('keeps what a timestamp proves to be older than the revocation, and refuses it without the timestamp', async () => {
      const now = daysFromNow(4);
      const crl = [await currentCrl(sample.authority, now)];
      expect(verify(await signTimestamped(sample, revoked), { now, crl }).verdict).to.equal('valid');
      expect(verify(await signSample(revoked), { now, crl }).verdict).to.equal('invalid');
    });

    it('passes over lists and answers that the issuer did not sign', async () => {
      const stranger = await makeAuthority();
      const now = daysFromNow(4);
      const crl = Buffer.from(await currentCrl(sample.authority, now));
      crl[crl.length - 5] = crl[crl.length - 5]! ^ 1;
      const sources = {
        crl: [crl, await currentCrl(stranger.authority, now), Buffer.from('x')],
        ocsp: [Buffer.from('y')],
      };
      stranger.remove();
      const report = verify(await signTimestamped(sample, revoked), { now, ...sources });
      expect([report.verdict, report.signatures[0]?.revoked]).to.deep.equal(['valid', undefined]);
    });
  });

  describe('the binding of bytes, certificate and signature', () => {
    it('refuses a signature whose ESS hash is another certificate’s, or that has none', async () => {
      const twin = await sample.issue();
      const other = (digest: Buffer): Buffer => writeSignedAttributes(OID.data, digest, twin.certificate);
      expect(verify(resign(signed, keystore, { signedAttributes: other })).verdict).to.equal('invalid');
      const none = (digest: Buffer): Buffer =>
        setOf(
          attribute(OID.contentType, objectIdentifier(OID.data)),
          attribute(OID.messageDigest, octetString(digest)),
        );
      expect(verify(resign(signed, keystore, { signedAttributes: none })).verdict).to.equal('invalid');
      expect(verify(resign(signed, keystore)).verdict).to.equal('valid');
    });

    it('refuses byte ranges that leave out more than Contents or do not start at 0, even when signed so', () => {
      const [, gapStart, gapEnd, rest] = lastByteRange(signed);
      const ranges = [
        [0, gapStart - 200, gapEnd, rest],
        [0, gapStart, gapEnd + 20, rest - 20],
        [1, gapStart - 1, gapEnd, rest],
        [0, gapStart + 1, gapEnd, rest],
        [0, gapStart, gapEnd - 1, rest + 1],
      ] as const;
      for (const range of ranges) expect(verify(resign(signed, keystore, { range })).verdict).to.equal('invalid');
    });

    it('sees it when the signed range stops before the end', () => {
      const [, gapStart, gapEnd, rest] = lastByteRange(signed);
      const report = verify(resign(signed, keystore, { range: [0, gapStart, gapEnd, rest - 30] }));
      expect(report.verdict).to.be.oneOf(['changed', 'invalid']);
    });

    it('refuses bytes hidden behind the CMS in the gap', () => {
      const [, , gapEnd] = lastByteRange(signed);
      const hidden = Buffer.from(signed);
      hidden.write('6869', gapEnd - 5, 'latin1');
      expect(verify(hidden).verdict).to.equal('invalid');
    });

    it('refuses a timestamp taken from another signature', async () => {
      const other = await signSample(keystore, { reason: 'surat lain' });
      const stolen = await sample.stamp()(createHash('sha256').update('lain').digest());
      const cms = withUnsignedAttribute(lastCms(other), OID.signatureTimestamp, stolen);
      expect(verify(fillGap(other, lastByteRange(other), cms)).verdict).to.equal('invalid');
    });
  });

  describe('what may come after a signature', () => {
    it('accepts a second signature and reports both, in order', async () => {
      const second = await sample.issue({ name: 'Ir. Budi Santoso', nip: '196902021994031002' });
      const report = verify(await signTimestamped(sample, second, { pdf: signed, fieldName: 'TandaTangan2' }));
      expect(report.verdict).to.equal('valid');
      expect(report.signatures.map(({ name }) => name)).to.deep.equal(['Dra. Siti Rahayu, M.Si.', 'Ir. Budi Santoso']);
      expect(report.signatures.map(({ coversWholeFile }) => coversWholeFile)).to.deep.equal([false, true]);
    });

    it('does not call a letter valid that a stranger signed on top', async () => {
      const stranger = await makeAuthority();
      const twice = await signSample(await stranger.issue(), { pdf: signed, fieldName: 'TandaTangan2' });
      stranger.remove();
      expect(verify(twice).verdict).to.equal('unknown');
    });

    it('accepts a validation store and uses the lists in it', async () => {
      const crl = await currentCrl(sample.authority, NOW);
      const stored = addValidationStore(signed, [sample.authority.issuing.certificate.raw], [crl]);
      const report = verify(stored);
      expect([report.verdict, report.signatures[0]?.revoked]).to.deep.equal(['valid', false]);
    });

    it('accepts a document timestamp, which outlives the authority’s own certificate', async () => {
      const stamped = await addDocumentTimestamp(signed, sample.stamp(daysFromNow(1)));
      const report = verify(stamped, { now: daysFromNow(2) });
      expect(report.verdict).to.equal('valid');
      expect(report.signatures.map(({ kind }) => kind)).to.deep.equal(['signature', 'document-timestamp']);
      const wrong = await addDocumentTimestamp(signed, () => sample.stamp()(Buffer.alloc(32)));
      expect(verify(wrong).verdict).to.equal('invalid');
    });
  });
});
