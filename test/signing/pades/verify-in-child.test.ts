import { expect } from 'chai';
import { deflateSync } from 'node:zlib';
import type { Keystore } from '../../../server/signing/authority/open-keystore.ts';
import { verifyInChild } from '../../../server/signing/pades/verify-in-child.ts';
import { verifySignedPdf } from '../../../server/signing/pades/verify-signed-pdf.ts';
import { makeAuthority, NOW, type SampleAuthority, signTimestamped } from '../sample-authority.ts';

/** A well-formed file whose cross-reference stream unpacks to hundreds of megabytes. */
function bomb(): Buffer {
  const packed = deflateSync(Buffer.alloc(400 * 1024 * 1024));
  const head = `1 0 obj\n<</Type/XRef/Size 2/W[1 4 2]/Root 1 0 R/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n${head}`),
    packed,
    Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF\n'),
  ]);
}

/** Two million nested arrays' worth of tokens: slow to read, not broken. */
function wide(): Buffer {
  const body = `1 0 obj\n<</Type/Catalog/X[${'[0] '.repeat(8_000_000)}]>>\nendobj\n`;
  const xref = 9 + body.length;
  const table = `xref\n0 2\n0000000000 65535 f\r\n0000000009 00000 n\r\ntrailer\n<</Size 2/Root 1 0 R>>\n`;
  return Buffer.from(`%PDF-1.7\n${body}${table}startxref\n${xref}\n%%EOF\n`);
}

describe('verifyInChild', () => {
  let sample: SampleAuthority;
  let keystore: Keystore;
  before(async () => {
    sample = await makeAuthority();
    keystore = await sample.issue();
  });
  after(() => sample.remove());

  it('gives the same report as the check in this process, dates included', async function () {
    this.timeout(20_000);
    const pdf = await signTimestamped(sample, keystore);
    const options = { trustAnchors: [sample.root], now: NOW };
    expect(await verifyInChild(pdf, options)).to.deep.equal(verifySignedPdf(pdf, options));
  });

  it('cannot tell when time runs out', async function () {
    this.timeout(20_000);
    const report = await verifyInChild(wide(), { trustAnchors: [], now: NOW }, { timeoutMs: 300 });
    expect(report.verdict).to.equal('unknown');
    expect(report.reason).to.contain('terlalu rumit');
  });

  it('cannot tell when memory runs out, and this process goes on', async function () {
    this.timeout(30_000);
    const report = await verifyInChild(wide(), { trustAnchors: [], now: NOW }, { timeoutMs: 20_000, memoryMb: 40 });
    expect(report.verdict).to.equal('unknown');
    expect(report.reason).to.contain('terlalu rumit');
  });

  it('does not unpack a compression bomb', async function () {
    this.timeout(30_000);
    const report = await verifyInChild(bomb(), { trustAnchors: [], now: NOW });
    expect(report.verdict).to.equal('unknown');
    expect(report.reason).to.contain('rusak');
  });
});
