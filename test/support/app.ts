import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../server/app.ts';
import type { Binder } from '../../server/http.ts';
import { TEST_PASSWORD, type TestDesk } from './agency.ts';
import type { TestDeps } from './deps.ts';

/** The real app on a free port of loopback. */
export interface TestApp {
  baseUrl: string;
  binder: Binder;
  /** One request with exactly these headers. */
  request: (method: string, path: string, options?: RequestOptions) => Promise<Reply>;
  /** Logs in as the desk's person (an account with TEST_PASSWORD) and acts from the desk. */
  logIn(desk: TestDesk): Promise<Client>;
  close(): Promise<void>;
}

export interface RequestOptions {
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  raw?: string | URLSearchParams | Uint8Array<ArrayBuffer>;
}

export interface Reply {
  status: number;
  headers: Headers;
  json: Record<string, unknown>;
  bytes: Buffer;
}

/** A browser tab: session cookie and chosen desk. */
export interface Client {
  cookie: string;
  call: (method: string, path: string, options?: RequestOptions) => Promise<Reply>;
}

/** @param webDir the built web client, where a browser is to open it */
export async function startApp(deps: TestDeps, webDir?: string): Promise<TestApp> {
  const { app, binder } = createApp({ deps, health: { checks: {} }, ...(webDir === undefined ? {} : { webDir }) });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  const request: TestApp['request'] = (method, path, options) => send(`${baseUrl}/api${path}`, method, options);
  return {
    baseUrl,
    binder,
    request,
    logIn: async (desk) => {
      const reply = await request('POST', '/session', { json: { nip: desk.nip, password: TEST_PASSWORD } });
      if (reply.status !== 201) throw new Error(`log in failed: ${reply.status} ${reply.bytes.toString('utf8')}`);
      const cookie = (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      return clientOf(request, cookie, desk.appointmentId);
    },
    close: () => closeServer(server),
  };
}

/** The same session acting from another desk, as a second tab does. */
export function clientOf(request: TestApp['request'], cookie: string, appointmentId: string): Client {
  return {
    cookie,
    call: (method, path, options = {}) =>
      request(method, path, {
        ...options,
        headers: {
          cookie,
          'lontar-appointment': appointmentId,
          ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
          ...options.headers,
        },
      }),
  };
}

async function send(url: string, method: string, { headers = {}, json, raw }: RequestOptions = {}): Promise<Reply> {
  const body = json === undefined ? raw : JSON.stringify(json);
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    json: isJson ? (JSON.parse(bytes.toString('utf8')) as Record<string, unknown>) : {},
  };
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
