import { expect } from 'chai';
import { ENDPOINTS } from '../../server/endpoints.ts';
import { ERRORS } from '../../server/errors.ts';
import { buildOpenApi, openApiPath } from '../../server/openapi.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';

describe('every endpoint', () => {
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

  it('is mounted, and nothing else is', () => {
    const missing = [...ENDPOINTS].filter(([, shape]) => !app.binder.mounted.has(shape)).map(([name]) => name);
    expect(missing).to.deep.equal([]);
    const listed = new Set(ENDPOINTS.values());
    expect([...app.binder.mounted].filter((shape) => !listed.has(shape)).map(({ path }) => path)).to.deep.equal([]);
  });

  it('says who may call it and with what right', () => {
    for (const [name, shape] of ENDPOINTS) {
      expect(['public', 'session', 'desk'], name).to.include(shape.access);
      expect(shape.right.length, name).to.be.greaterThan(3);
      expect(
        shape.errors.every((code) => code in ERRORS),
        name,
      ).to.equal(true);
    }
  });

  it('has a method and path of its own, with a parameter schema for each name in the path', () => {
    const places = [...ENDPOINTS.values()].map(({ method, path }) => `${method} ${path.replace(/:\w+/gu, ':x')}`);
    expect(new Set(places).size).to.equal(places.length);
    for (const [name, shape] of ENDPOINTS) {
      const named = [...shape.path.matchAll(/:(\w+)/gu)].map(([, parameter]) => parameter);
      expect(Object.keys(shape.params?.shape ?? {}), name).to.have.members(named);
    }
  });

  it('stands in the OpenAPI 3.1 document that the API serves', async () => {
    const reply = await app.request('GET', '/openapi.json');
    expect(reply.status).to.equal(200);
    expect(reply.json['openapi']).to.match(/^3\.1\./u);
    const paths = reply.json['paths'] as Record<string, Record<string, { operationId: string; responses: object }>>;
    for (const [name, shape] of ENDPOINTS) {
      const operation = paths[openApiPath(shape.path)]?.[shape.method];
      expect(operation?.operationId, name).to.equal(name.replace(/Endpoint$/u, ''));
      expect(Object.keys(operation?.responses ?? {}), name).to.include(String(shape.status ?? 200));
      for (const code of shape.errors)
        expect(Object.keys(operation?.responses ?? {}), `${name} ${code}`).to.include(String(ERRORS[code].status));
    }
    expect(Object.values(paths).flatMap((item) => Object.keys(item))).to.have.lengthOf(ENDPOINTS.size);
  });

  it('is described without a reference that leads nowhere', () => {
    const document = buildOpenApi();
    const refs = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/gu);
    for (const [, name] of refs) expect(Object.keys(document.components?.schemas ?? {})).to.include(name);
  });

  it('is readable on a page without script, as the security policy of the site demands', async () => {
    const page = await app.request('GET', '/docs');
    expect(page.status).to.equal(200);
    expect(page.headers.get('content-security-policy')).to.match(/script-src 'self'/u);
    const html = page.bytes.toString('utf8');
    for (const { path, summary } of ENDPOINTS.values()) {
      expect(html).to.include(openApiPath(path));
      expect(html).to.include(summary.replace(/'/gu, '&#39;'));
    }
    expect(html).not.to.match(/<script|style=|\son\w+=/u);
    expect((await app.request('GET', '/docs.css')).headers.get('content-type')).to.match(/^text\/css/u);
  });
});
