import { expect } from 'chai';
import type { Keystore } from '../../../server/signing/authority/open-keystore.ts';
import { verifySignedPdf } from '../../../server/signing/pades/verify-signed-pdf.ts';
import {
  lastByteRange,
  lastCms,
  makeAuthority,
  NOW,
  type SampleAuthority,
  samplePdf,
  seeded,
  signTimestamped,
} from '../sample-authority.ts';

const SEED = 20_261_124;

describe('a signed letter that somebody tampered with', () => {
  let sample: SampleAuthority;
  let keystore: Keystore;
  let letters: Uint8Array[];
  before(async () => {
    sample = await makeAuthority();
    keystore = await sample.issue();
    const second = await sample.issue({ name: 'Ir. Budi Santoso', nip: '196902021994031002' });
    const once = await signTimestamped(sample, keystore, { pdf: await samplePdf() });
    const packed = await signTimestamped(sample, keystore, { pdf: await samplePdf({ useObjectStreams: true }) });
    letters = [once, packed, await signTimestamped(sample, second, { pdf: once, fieldName: 'TandaTangan2' })];
  });
  after(() => sample.remove());

  const verdict = (pdf: Uint8Array): string => verifySignedPdf(pdf, { trustAnchors: [sample.root], now: NOW }).verdict;

  function flipped(pdf: Uint8Array, at: number, bit: number): Uint8Array {
    const bytes = Buffer.from(pdf);
    bytes[at] = bytes[at]! ^ (1 << bit);
    return bytes;
  }

  it('starts from letters that are valid', () => {
    expect(letters.map(verdict)).to.deep.equal(['valid', 'valid', 'valid']);
  });

  it('is not valid whichever single bit outside the signature is flipped', function () {
    this.timeout(180_000);
    const random = seeded(SEED);
    for (const pdf of letters) {
      const [, gapStart, gapEnd] = lastByteRange(pdf);
      for (let round = 0; round < 200; round++) {
        const outside = random(pdf.length - (gapEnd - gapStart));
        const at = outside < gapStart ? outside : outside + (gapEnd - gapStart);
        const bit = random(8);
        expect(verdict(flipped(pdf, at, bit)), `byte ${at}, bit ${bit}`).not.to.equal('valid');
      }
    }
  });

  it('is not valid whichever single bit of the signature, its certificates and its timestamp is flipped', function () {
    this.timeout(180_000);
    const random = seeded(SEED + 1);
    const [pdf] = letters;
    const [, gapStart, gapEnd] = lastByteRange(pdf!);
    const cmsDigits = lastCms(pdf!).length * 2;
    for (let round = 0; round < 800; round++) {
      const within = round % 10 === 0 ? gapEnd - gapStart : cmsDigits;
      const at = gapStart + random(within);
      const bit = random(8);
      expect(verdict(flipped(pdf!, at, bit)), `byte ${at}, bit ${bit}`).not.to.equal('valid');
    }
  });

  it('is not valid with any one byte of the CMS replaced by another', function () {
    this.timeout(180_000);
    const random = seeded(SEED + 2);
    const [pdf] = letters;
    const [, gapStart] = lastByteRange(pdf!);
    const cms = lastCms(pdf!);
    for (let index = 0; index < cms.length; index += 4) {
      const bytes = Buffer.from(pdf!);
      const other = (cms[index]! + 1 + random(255)) % 256;
      bytes.write(other.toString(16).padStart(2, '0'), gapStart + 1 + index * 2, 'latin1');
      expect(verdict(bytes), `CMS byte ${index} as ${other}`).not.to.equal('valid');
    }
  });

  it('is not valid cut off anywhere', () => {
    for (const pdf of letters) {
      for (let length = 0; length < pdf.length - 1; length += 173) {
        expect(verdict(pdf.subarray(0, length)), `first ${length} bytes`).not.to.equal('valid');
      }
    }
  });

  it('is never valid, never throws and never takes long under 1,000 wild mutations', function () {
    this.timeout(180_000);
    const random = seeded(SEED + 3);
    const tokens = [
      'obj',
      'endobj',
      'stream',
      '<<',
      '>>',
      '[',
      '/Prev 0',
      '/Length 99999999',
      '(',
      'xref',
      '9 0 R',
      '\0',
    ];
    for (let round = 0; round < 1000; round++) {
      let bytes = Buffer.from(letters[random(letters.length)]!);
      const original = Buffer.from(bytes);
      for (let change = 0; change <= random(4); change++) {
        const [at, length] = [random(bytes.length), random(64)];
        const insert = [
          Buffer.alloc(0),
          Buffer.from(tokens[random(tokens.length)]!, 'latin1'),
          Buffer.from(Array.from({ length }, () => random(256))),
          bytes.subarray(random(bytes.length)).subarray(0, length),
        ][random(4)]!;
        bytes = Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + random(2) * length)]);
      }
      if (Buffer.compare(bytes, original) === 0) continue;
      const start = performance.now();
      expect(verdict(bytes), `round ${round}`).not.to.equal('valid');
      expect(performance.now() - start, `round ${round}`).to.be.below(5000);
    }
  });
});
