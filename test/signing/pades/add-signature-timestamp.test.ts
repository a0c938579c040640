import { expect } from 'chai';
import { addSignatureTimestamp } from '../../../server/signing/pades/add-signature-timestamp.ts';
import { TimestampUnavailable } from '../../../server/signing/pades/request-timestamp.ts';
import { SigningRefused } from '../../../server/signing/pades/signing-refused.ts';
import { verifySignedPdf } from '../../../server/signing/pades/verify-signed-pdf.ts';
import type { Keystore } from '../../../server/signing/authority/open-keystore.ts';
import { lastByteRange, makeAuthority, NOW, type SampleAuthority, samplePdf, signSample } from '../sample-authority.ts';

describe('addSignatureTimestamp', () => {
  let sample: SampleAuthority;
  let keystore: Keystore;
  let signed: Uint8Array;
  before(async () => {
    sample = await makeAuthority();
    keystore = await sample.issue();
    signed = await signSample(keystore);
  });
  after(() => sample.remove());

  it('changes only bytes inside the gap', async () => {
    const timestamped = await addSignatureTimestamp(signed, sample.stamp());
    const [, gapStart, gapEnd] = lastByteRange(signed);
    expect(timestamped.length).to.equal(signed.length);
    expect(Buffer.compare(timestamped.subarray(0, gapStart), signed.subarray(0, gapStart))).to.equal(0);
    expect(Buffer.compare(timestamped.subarray(gapEnd), signed.subarray(gapEnd))).to.equal(0);
    const report = verifySignedPdf(timestamped, { trustAnchors: [sample.root], now: NOW });
    expect([report.verdict, report.level]).to.deep.equal(['valid', 'B-T']);
  });

  it('lets the failure of the service through, so that the letter can wait', async () => {
    const down = () => Promise.reject(new TimestampUnavailable('mati'));
    const error = await addSignatureTimestamp(signed, down).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TimestampUnavailable);
  });

  it('stamps again in place of the first token', async () => {
    const first = await addSignatureTimestamp(signed, sample.stamp());
    const later = new Date(NOW.getTime() + 3_600_000);
    const second = await addSignatureTimestamp(first, sample.stamp(later));
    const report = verifySignedPdf(second, { trustAnchors: [sample.root], now: later });
    expect(report.signatures[0]?.signedAt).to.deep.equal(later);
  });

  it('refuses a file without signature, a field that is not there, a token too large and a signature already built upon', async () => {
    const large = () => Promise.resolve(Buffer.concat([Buffer.from('308300ffff', 'hex'), Buffer.alloc(65_535)]));
    const twice = await signSample(keystore, { pdf: signed, fieldName: 'TandaTangan2' });
    const attempts = [
      addSignatureTimestamp(await samplePdf(), sample.stamp()),
      addSignatureTimestamp(signed, sample.stamp(), { fieldName: 'lain' }),
      addSignatureTimestamp(signed, large),
      addSignatureTimestamp(twice, sample.stamp(), { fieldName: 'TandaTangan1' }),
      addSignatureTimestamp(Buffer.from('bukan pdf'), sample.stamp()),
    ];
    for (const attempt of attempts) {
      expect(await attempt.catch((reason: unknown) => reason)).to.be.instanceOf(SigningRefused);
    }
  });
});
