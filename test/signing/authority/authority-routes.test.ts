import { expect } from 'chai';
import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { problemHandler } from '../../../server/http.ts';
import { demoAuthorityRoutes } from '../../../server/signing/authority/authority-routes.ts';
import { openTimestampClient } from '../../../server/signing/open-timestamp-client.ts';
import { openTrust } from '../../../server/signing/open-trust.ts';
import { TimestampUnavailable } from '../../../server/signing/pades/request-timestamp.ts';
import { makeDeps, type TestDeps } from '../../support/deps.ts';

const digest = createHash('sha256').update('surat').digest();

describe('the service of the demonstration authority', () => {
  let deps: TestDeps;
  let server: Server;
  let base: string;

  before(async () => {
    deps = await makeDeps();
    const app = express();
    app.use('/demo-authority', demoAuthorityRoutes(deps));
    app.use('/stranger', (_request, response) => void response.type('text/html').send('<h1>Selamat datang</h1>'));
    app.use('/broken', (_request, response) => void response.status(500).send('rusak'));
    app.use(problemHandler(deps));
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await deps.release();
  });

  const stamp = (path: string) =>
    openTimestampClient({ timestampUrl: `${base}${path}` }, openTrust(deps.config, deps.now))(digest);
  const failureOf = async (path: string): Promise<unknown> => {
    try {
      return await stamp(path);
    } catch (error) {
      return error;
    }
  };

  it('stamps a digest for a client that trusts its root', async () => {
    expect((await stamp('/demo-authority/tsa')).length).to.be.greaterThan(500);
  });

  it('takes a broken service, and a web page in its place, for one that is away', async () => {
    expect(await failureOf('/broken')).to.be.instanceOf(TimestampUnavailable);
    expect(await failureOf('/stranger')).to.be.instanceOf(TimestampUnavailable);
  });

  it('hands out its certificates and revocation lists', async () => {
    const root = await fetch(`${base}/demo-authority/root.crt`);
    expect(root.headers.get('content-type')).to.contain('application/pkix-cert');
    const certificate = new X509Certificate(Buffer.from(await root.arrayBuffer()));
    expect(certificate.fingerprint256).to.equal(deps.authority.root.certificate.fingerprint256);
    for (const path of ['/issuing.crt', '/root.crl', '/issuing.crl'])
      expect((await fetch(`${base}/demo-authority${path}`)).status, path).to.equal(200);
  });

  it('refuses a request larger than 16 kB', async () => {
    for (const [path, type] of [
      ['/tsa', 'application/timestamp-query'],
      ['/ocsp', 'application/ocsp-request'],
    ]) {
      const answer = await fetch(`${base}/demo-authority${path ?? ''}`, {
        method: 'POST',
        headers: { 'content-type': type ?? '' },
        body: new Uint8Array(20_000),
      });
      expect(answer.status, path).to.equal(413);
    }
  });

  it('answers rubbish with a rejection of the protocol', async () => {
    const answer = await fetch(`${base}/demo-authority/tsa`, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: 'bukan permintaan',
    });
    expect(answer.status).to.equal(200);
    const reply = Buffer.from(await answer.arrayBuffer());
    // PKIStatusInfo with status 2 (rejection): SEQUENCE, SEQUENCE, INTEGER 2.
    expect(reply.subarray(4, 7).toString('hex')).to.equal('020102');
  });
});
