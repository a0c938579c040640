import { expect } from 'chai';
import fc from 'fast-check';
import { readTnef } from '../../server/mail-intake/read-tnef.ts';
import { attribute, buildTnef } from './build-tnef.ts';

const files = [
  { title: 'a.pdf', longName: 'panjang.pdf', bytes: Buffer.from('%PDF-1.4 isi a') },
  { title: 'b.pdf', bytes: Buffer.from('%PDF-1.4 isi b') },
];
const whole = buildTnef(files);

describe('readTnef', () => {
  it('gives every file with its long name', () => {
    const { parts, isWhole } = readTnef(whole);
    expect(isWhole).to.equal(true);
    expect(parts.map(({ fileName, bytes }) => [fileName, bytes.toString()])).to.deep.equal([
      ['panjang.pdf', '%PDF-1.4 isi a'],
      ['b.pdf', '%PDF-1.4 isi b'],
    ]);
  });

  it('calls every shortened stream broken, and gives only files that are whole', () => {
    const boundaries = attributeEnds(whole);
    for (let length = 0; length < whole.length; length += 1) {
      const { parts, isWhole } = readTnef(whole.subarray(0, length));
      if (!boundaries.has(length)) expect(isWhole, `${length} bytes`).to.equal(false);
      for (const part of parts) expect(files.some(({ bytes }) => bytes.equals(part.bytes))).to.equal(true);
    }
  });

  it('notices a changed byte of a file by its checksum', () => {
    const changed = Buffer.from(whole);
    const at = changed.indexOf('isi b');
    changed.writeUInt8(changed.readUInt8(at) + 1, at);
    const { parts, isWhole } = readTnef(changed);
    expect(isWhole).to.equal(false);
    expect(parts.map(({ fileName }) => fileName)).to.deep.equal(['panjang.pdf']);
  });

  it('stops at lengths and counts that promise more than there is', () => {
    const head = Buffer.from('789f3e220100', 'hex');
    const render = attribute(2, 0x00069002, Buffer.alloc(14));
    const promises = [
      Buffer.concat([head, Buffer.from('020f800600ffffffff', 'hex')]),
      Buffer.concat([head, render, attribute(2, 0x00069005, Buffer.from('ffffffff03000537', 'hex'))]),
      Buffer.concat([head, render, attribute(2, 0x00069005, Buffer.from('010000001f100737ffffffff', 'hex'))]),
      Buffer.concat([head, attribute(2, 0x0006800f, Buffer.from('tanpa awal'))]),
      Buffer.concat([head, attribute(3, 0x0006800f, Buffer.from('lapis lain'))]),
    ];
    for (const bytes of promises) expect(readTnef(bytes)).to.deep.include({ parts: [], isWhole: false });
  });

  it('never throws and never gives more bytes than came in', () => {
    const change = fc.record({ at: fc.nat(whole.length - 1), value: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const bytes = Buffer.from(whole);
        for (const { at, value } of changes) bytes[at] = value;
        const given = readTnef(bytes).parts.reduce((sum, part) => sum + part.bytes.length, 0);
        return given <= bytes.length;
      }),
      { numRuns: 2000 },
    );
  });
});

function attributeEnds(bytes: Buffer): Set<number> {
  const ends = new Set<number>();
  for (let at = 6; at < bytes.length; at += 9 + bytes.readUInt32LE(at + 5) + 2) ends.add(at);
  return ends;
}
