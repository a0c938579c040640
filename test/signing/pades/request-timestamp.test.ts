import { expect } from 'chai';
import { createHash, sign } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Authority } from '../../../server/signing/authority/authority.ts';
import { handleTimestampRequest } from '../../../server/signing/authority/handle-timestamp-request.ts';
import { writeSignedAttributes, writeSignedData } from '../../../server/signing/pades/cms/write-signed-data.ts';
import { OID } from '../../../server/signing/pades/der/oids.ts';
import {
  bitString,
  generalizedTime,
  integer,
  objectIdentifier,
  octetString,
  sequence,
} from '../../../server/signing/pades/der/write-der.ts';
import {
  requestTimestamp,
  TimestampInvalid,
  TimestampUnavailable,
} from '../../../server/signing/pades/request-timestamp.ts';
import { makeAuthority, NOW, type SampleAuthority, timestampFetch } from '../sample-authority.ts';

const DIGEST = createHash('sha256').update('tanda tangan').digest();
const OTHER = createHash('sha256').update('yang lain').digest();

function answering(body: Uint8Array, status = 200): typeof fetch {
  return () => Promise.resolve(new Response(Buffer.from(body), { status }));
}

function writeQuery(digest: Uint8Array, nonce: number): Buffer {
  const imprint = sequence(sequence(objectIdentifier(OID.sha256)), octetString(digest));
  return sequence(integer(1), imprint, integer(nonce), Buffer.of(1, 1, 255));
}

describe('requestTimestamp', () => {
  let sample: SampleAuthority;
  const servers: Server[] = [];
  before(async () => {
    sample = await makeAuthority();
  });
  after(() => {
    for (const server of servers) server.close().closeAllConnections();
    sample.remove();
  });

  async function listen(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`;
  }

  function failure(send: typeof fetch, trustAnchors = [sample.root]): Promise<unknown> {
    const options = { timeoutMs: 2000, fetch: send, trustAnchors };
    return requestTimestamp('http://127.0.0.1:9/tsa', DIGEST, options).catch((reason: unknown) => reason);
  }

  /** Signs a TSTInfo over DIGEST with any key, as a careless or hostile service might. */
  function forged(signer: {
    key: Authority['root']['key'];
    certificate: Authority['root']['certificate'];
  }): typeof fetch {
    return async (_url, init) => {
      const query = Buffer.from(await new Response(init?.body ?? null).arrayBuffer());
      const nonce = query.subarray(query.length - 19, query.length - 3).subarray(-16);
      const imprint = sequence(sequence(objectIdentifier(OID.sha256)), octetString(DIGEST));
      const policy = objectIdentifier(OID.demonstrationTimestampPolicy);
      const content = sequence(integer(1), policy, imprint, integer(7), generalizedTime(NOW), integer(nonce));
      const digest = createHash('sha256').update(content).digest();
      const signedAttributes = writeSignedAttributes(OID.tstInfo, digest, signer.certificate);
      const token = writeSignedData({
        content,
        contentType: OID.tstInfo,
        signedAttributes,
        signature: sign('sha256', signedAttributes, signer.key),
        certificate: signer.certificate,
        certificates: [signer.certificate, sample.authority.issuing.certificate],
      });
      return new Response(sequence(sequence(integer(0)), token));
    };
  }

  it('returns a token of a real service over HTTP', async () => {
    const url = await listen((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => response.end(handleTimestampRequest(sample.authority, Buffer.concat(chunks), NOW)));
    });
    const token = await requestTimestamp(url, DIGEST, { timeoutMs: 5000, trustAnchors: [sample.root] });
    expect(Buffer.from(token).includes(DIGEST)).to.equal(true);
  });

  it('accepts the forgery helper when the right key signs, so that the refusals below mean something', async () => {
    expect(await failure(forged(sample.authority.timestamping))).not.to.be.instanceOf(Error);
  });

  it('refuses a token over another digest', async () => {
    const wrong: typeof fetch = async (_url, init) => {
      const query = Buffer.from(await new Response(init?.body ?? null).arrayBuffer());
      OTHER.copy(query, query.indexOf(DIGEST));
      return new Response(Buffer.from(handleTimestampRequest(sample.authority, query, NOW)));
    };
    expect(await failure(wrong)).to.be.instanceOf(TimestampInvalid);
  });

  it('refuses a token with another nonce, as in an answer played again', async () => {
    const replayed = answering(handleTimestampRequest(sample.authority, writeQuery(DIGEST, 12345), NOW));
    const error = await failure(replayed);
    expect(error).to.be.instanceOf(TimestampInvalid);
    expect(String(error)).to.contain('nonce');
  });

  it('refuses a token whose signer is not made for time stamping', async () => {
    expect(await failure(forged(sample.authority.ocsp))).to.be.instanceOf(TimestampInvalid);
    expect(await failure(forged(sample.authority.issuing))).to.be.instanceOf(TimestampInvalid);
  });

  it('refuses a token of an authority that is not trusted', async () => {
    const stranger = await makeAuthority();
    const error = await failure(timestampFetch(stranger.authority, NOW));
    stranger.remove();
    expect(error).to.be.instanceOf(TimestampInvalid);
    expect(String(error)).to.contain('tidak dipercaya');
  });

  it('refuses a token in which one bit of the signature is wrong', async () => {
    const bent: typeof fetch = async (url, init) => {
      const reply = Buffer.from(await (await timestampFetch(sample.authority, NOW)(url, init)).arrayBuffer());
      reply[reply.length - 3] = reply[reply.length - 3]! ^ 1;
      return new Response(reply);
    };
    expect(await failure(bent)).to.be.instanceOf(TimestampInvalid);
  });

  it('calls a refusal of the service invalid, but a passing trouble of it unavailable', async () => {
    const rejected = (bits: Buffer, unused: number) =>
      answering(sequence(sequence(integer(2), bitString(bits, unused))));
    expect(await failure(rejected(Buffer.of(0x80), 7))).to.be.instanceOf(TimestampInvalid);
    expect(await failure(rejected(Buffer.of(0, 0, 0, 0x40), 6))).to.be.instanceOf(TimestampUnavailable);
  });

  it('calls a service that is away, slow, failing or talking something else unavailable', async () => {
    const silent = await listen(() => undefined);
    const slow = requestTimestamp(silent, DIGEST, { timeoutMs: 200 }).catch((reason: unknown) => reason);
    const away = requestTimestamp('http://127.0.0.1:9/tsa', DIGEST, { timeoutMs: 2000 }).catch(
      (reason: unknown) => reason,
    );
    for (const error of [await slow, await away]) expect(error).to.be.instanceOf(TimestampUnavailable);
    expect(await failure(answering(Buffer.from('gagal'), 503))).to.be.instanceOf(TimestampUnavailable);
    expect(await failure(answering(Buffer.from('<html>masuk dulu</html>')))).to.be.instanceOf(TimestampUnavailable);
  });

  it('does not follow a service that sends elsewhere', async () => {
    const url = await listen((_request, response) =>
      response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    );
    const error = await requestTimestamp(url, DIGEST, { timeoutMs: 2000 }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TimestampUnavailable);
  });

  it('stops reading an answer after 64 KiB', async () => {
    let sent = 0;
    const url = await listen((_request, response) => {
      const more = (): void => {
        while (sent < 50 * 1024 * 1024 && response.writable) {
          sent += 16_384;
          if (!response.write(Buffer.alloc(16_384))) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    const error = await requestTimestamp(url, DIGEST, { timeoutMs: 5000 }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TimestampInvalid);
    expect(sent).to.be.below(20 * 1024 * 1024);
  });
});
