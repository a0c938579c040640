import { expect } from 'chai';
import { makeDeps, type TestDeps } from './support/deps.ts';
import { startApp, type TestApp } from './support/app.ts';

describe('the headers of every answer', () => {
  let deps: TestDeps;
  let app: TestApp;
  before(async () => {
    deps = await makeDeps();
    app = await startApp(deps);
  });
  after(async () => {
    await app.close();
    await deps.release();
  });

  it('allow scripts and styles of this origin only, and no frame around the page', async () => {
    for (const path of ['/docs', '/session', '/tidak-ada']) {
      const { headers } = await app.request('GET', path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).not.to.match(/unsafe|\*/u);
      const wanted = [
        "script-src 'self'",
        "style-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ];
      expect(policy.split('; '), path).to.include.members(wanted);
      expect(headers.get('x-content-type-options'), path).to.equal('nosniff');
    }
  });
});
