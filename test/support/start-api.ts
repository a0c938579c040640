import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../server/app.ts';
import type { Deps } from '../../server/deps.ts';
import type { Binder } from '../../server/http.ts';
import { TEST_PASSWORD, type TestDesk } from './agency.ts';

export interface TestApi {
  url: string;
  binder: Binder;
  /** Logs a desk's holder in; returns the cookie header. Needs `withAccounts`. */
  logIn(desk: TestDesk): Promise<string>;
  close(): Promise<void>;
}

/** The real app on a free port of this machine. */
export async function startApi(deps: Deps): Promise<TestApi> {
  const { app, binder } = createApp({ deps, health: { checks: {} } });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    binder,
    logIn: async (desk) => {
      const response = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ nip: desk.nip, password: TEST_PASSWORD }),
      });
      const cookie = response.headers.get('set-cookie')?.split(';')[0];
      if (response.status !== 201 || cookie === undefined) throw new Error(`log in answered ${response.status}`);
      return cookie;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
