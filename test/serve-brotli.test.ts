import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { expect } from 'chai';
import express from 'express';
import { serveBrotli } from '../server/serve-brotli.ts';

const SCRIPT = 'export const kata = "surat dinas";';

describe('Brotli copies of the web client', () => {
  let folder: string;
  let server: Server;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lontar-brotli-'));
    writeFileSync(join(folder, 'app.js'), SCRIPT);
    writeFileSync(join(folder, 'app.js.br'), brotliCompressSync(SCRIPT));
    writeFileSync(join(folder, 'plain.css'), 'body{}');
    writeFileSync(join(folder, 'font.woff2'), 'font');
    const options = { immutable: true, maxAge: '365d', index: false } as const;
    const app = express();
    app.use('/assets', serveBrotli(folder, options), express.static(folder, options));
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  after(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  function ask(path: string, accept: string): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path, headers: { 'accept-encoding': accept } }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      }).on('error', reject);
    });
  }

  it('sends the copy as a script to a browser that takes brotli', async () => {
    const { headers, body } = await ask('/assets/app.js', 'gzip, br');
    expect(headers).to.include({ 'content-encoding': 'br', 'content-type': 'text/javascript; charset=utf-8' });
    expect(headers['cache-control']).to.contain('immutable');
    expect(headers.vary).to.contain('Accept-Encoding');
    expect(brotliDecompressSync(body).toString()).to.equal(SCRIPT);
  });

  it('sends the file itself to everybody else', async () => {
    const { headers, body } = await ask('/assets/app.js', 'gzip');
    expect(headers).not.to.have.property('content-encoding');
    expect(headers.vary).to.contain('Accept-Encoding');
    expect(body.toString()).to.equal(SCRIPT);
  });

  it('sends the file itself where the build made no copy', async () => {
    const style = await ask('/assets/plain.css', 'br');
    expect(style.headers).not.to.have.property('content-encoding');
    expect(style.body.toString()).to.equal('body{}');
    expect((await ask('/assets/font.woff2', 'br')).body.toString()).to.equal('font');
    expect((await ask('/assets/missing.js', 'br')).status).to.equal(404);
  });
});
