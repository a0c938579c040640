import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { handleTimestampRequest } from '../../../server/signing/authority/handle-timestamp-request.ts';
import { OID } from '../../../server/signing/pades/der/oids.ts';
import { childrenOf, readDer, smallIntegerOf } from '../../../server/signing/pades/der/read-der.ts';
import {
  explicit,
  integer,
  objectIdentifier,
  octetString,
  sequence,
} from '../../../server/signing/pades/der/write-der.ts';
import { requireJudge } from '../../support/judges.ts';
import { ask, makeAuthority, NOW, type SampleAuthority } from '../sample-authority.ts';

function statusOf(response: Uint8Array): number {
  const [info] = childrenOf(readDer(response));
  return smallIntegerOf(childrenOf(info)[0]);
}

function request(hashOid: string, digestLength: number, ...optional: Buffer[]): Buffer {
  const imprint = sequence(sequence(objectIdentifier(hashOid)), octetString(Buffer.alloc(digestLength, 7)));
  return sequence(integer(1), imprint, ...optional);
}

describe('handleTimestampRequest', () => {
  let sample: SampleAuthority;
  before(async () => {
    sample = await makeAuthority();
  });
  after(() => sample.remove());

  const answer = (bytes: Uint8Array): number => statusOf(handleTimestampRequest(sample.authority, bytes, NOW));

  it('grants a SHA-256, SHA-384 or SHA-512 request', () => {
    expect(answer(request(OID.sha256, 32))).to.equal(0);
    expect(answer(request(OID.sha384, 48))).to.equal(0);
    expect(answer(request(OID.sha512, 64, objectIdentifier(OID.demonstrationTimestampPolicy)))).to.equal(0);
  });

  it('rejects weak hashes, wrong lengths, foreign policies, extensions and noise', () => {
    expect(answer(request(OID.sha1, 20))).to.equal(2);
    expect(answer(request(OID.sha256, 31))).to.equal(2);
    expect(answer(request(OID.sha256, 32, objectIdentifier('1.2.3.4')))).to.equal(2);
    expect(
      answer(request(OID.sha256, 32, explicit(0, sequence(objectIdentifier('1.2.3'), octetString(Buffer.of(1)))))),
    ).to.equal(2);
    expect(answer(Buffer.from('bukan DER'))).to.equal(2);
    expect(answer(new Uint8Array())).to.equal(2);
  });

  const openssl = requireJudge('handleTimestampRequest', 'openssl');
  if (openssl !== null) {
    it('answers a query of openssl so that openssl verifies it, nonce and all', () => {
      const data = sample.folder.write('data.txt', 'isi surat');
      const query = sample.folder.write(
        'query.tsq',
        ask(openssl, ['ts', '-query', '-data', data, '-sha256', '-cert']).out,
      );
      const asked = ask(openssl, ['ts', '-query', '-in', query, '-text']).said;
      expect(asked).to.contain('Nonce: 0x');
      const bytes = ask(openssl, ['ts', '-query', '-data', data, '-sha256', '-cert']).out;
      const queryPath = sample.folder.write('query.tsq', bytes);
      const reply = sample.folder.write('reply.tsr', handleTimestampRequest(sample.authority, bytes, NOW));
      const time = String(NOW.getTime() / 1000);
      const args = [
        'ts',
        '-verify',
        '-queryfile',
        queryPath,
        '-in',
        reply,
        '-CAfile',
        sample.rootPath,
        '-attime',
        time,
      ];
      const { code, said } = ask(openssl, [...args, '-untrusted', join(sample.authority.dir, 'issuing.pem')]);
      expect(said).to.contain('Verification: OK');
      expect(code).to.equal(0);
      expect(ask(openssl, ['ts', '-reply', '-in', reply, '-text']).said).to.contain(
        'Time stamp: Nov 24 02:00:00 2026 GMT',
      );
    });

    it('leaves the certificates out when they are not asked for', () => {
      const digest = createHash('sha256').update('x').digest('hex');
      const query = ask(openssl, ['ts', '-query', '-digest', digest, '-sha256']).out;
      const reply = Buffer.from(handleTimestampRequest(sample.authority, query, NOW));
      expect(statusOf(reply)).to.equal(0);
      expect(reply.includes(sample.authority.timestamping.certificate.raw)).to.equal(false);
    });
  }
});
