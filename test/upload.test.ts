import { expect } from 'chai';
import { request as open, type ClientRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeDeps, type TestDeps } from './support/deps.ts';
import { startApp, type TestApp } from './support/app.ts';

const PIECE = Buffer.alloc(24 * 1024 * 1024, '%PDF-');

describe('uploads', () => {
  let deps: TestDeps;
  let app: TestApp;
  const started: ClientRequest[] = [];

  before(async () => {
    deps = await makeDeps();
    app = await startApp(deps);
  });
  after(async () => {
    for (const upload of started) upload.destroy();
    await app.close();
    await deps.release();
  });

  /** Sends all but the end, as a slow line does; tells the status if an answer comes already. */
  function begin(): { status: Promise<number> } {
    const headers = { 'content-type': 'application/octet-stream' };
    const upload = open(`${app.baseUrl}/api/verify-file`, { method: 'POST', headers });
    started.push(upload);
    upload.on('error', () => undefined);
    const status = new Promise<number>((resolve) => upload.on('response', (reply) => resolve(reply.statusCode ?? 0)));
    upload.write(PIECE);
    return { status };
  }
  const whole = () =>
    app.request('POST', '/verify-file', {
      raw: new TextEncoder().encode('bukan PDF'),
      headers: { 'content-type': 'application/octet-stream' },
    });

  it('of strangers take a bounded part of the memory, and give it back', async () => {
    const statuses = Array.from({ length: 7 }, () => begin().status);
    expect(await Promise.race(statuses)).to.equal(503);
    for (const upload of started.splice(0)) upload.destroy();
    let last = await whole();
    for (let tries = 0; last.status === 503 && tries < 50; tries += 1) {
      await sleep(50);
      last = await whole();
    }
    expect(last.json['code']).to.equal('invalid_input');
  });
});
