import { expect } from 'chai';
import type { Request, Response as ExpressResponse } from 'express';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { logOutEverywhere } from '../../server/accounts/log-out-everywhere.ts';
import { hint } from '../../server/notifications/notify.ts';
import { streamEvents } from '../../server/notifications/stream-events.ts';
import { makeAgency, sessionOf, type DeskKey, type TestAgency } from '../support/agency.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { rowsOf, valueOf } from '../support/rows.ts';
import { startApp, type TestApp } from '../support/app.ts';

interface Received {
  id: number;
  kind: string;
  entityId: string;
}

async function until(isSo: () => boolean, withinMs = 5000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!isSo() && Date.now() < deadline) await new Promise((next) => setTimeout(next, 20));
}

describe('the event stream', () => {
  let deps: TestDeps;
  let agency: TestAgency;
  let api: TestApp;
  const streams: Stream[] = [];

  before(async () => {
    deps = await makeDeps();
    agency = await makeAgency(deps, { withAccounts: true });
    api = await startApp(deps);
  });
  afterEach(() => {
    for (const stream of streams.splice(0)) stream.stop();
  });
  after(async () => {
    await api.close();
    await deps.release();
  });

  class Stream {
    readonly received: Received[] = [];
    readonly #abort: AbortController;
    readonly ended: Promise<void>;

    constructor(response: Response, abort: AbortController) {
      this.#abort = abort;
      this.ended = this.#read(response).catch(() => undefined);
    }

    stop(): void {
      this.#abort.abort();
    }

    async #read(response: Response): Promise<void> {
      let text = '';
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk).toString('utf8');
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          const data = /^data: (.+)$/mu.exec(block)?.[1];
          if (data !== undefined) this.received.push(JSON.parse(data) as Received);
        }
      }
    }

    async until(count: number, withinMs = 6000): Promise<Received[]> {
      const deadline = Date.now() + withinMs;
      while (this.received.length < count && Date.now() < deadline) await new Promise((next) => setTimeout(next, 20));
      return this.received;
    }
  }

  async function open(key: DeskKey, lastEventId?: number): Promise<Stream> {
    const desk = agency.desk(key);
    const { cookie } = await api.logIn(desk);
    const abort = new AbortController();
    const response = await fetch(`${api.baseUrl}/api/events?appointment=${desk.appointmentId}`, {
      headers: { cookie, ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }) },
      signal: abort.signal,
    });
    expect(response.status).to.equal(200);
    expect(response.headers.get('content-type')).to.match(/^text\/event-stream/u);
    const stream = new Stream(response, abort);
    streams.push(stream);
    return stream;
  }

  const send = (key: DeskKey, entityId: string) =>
    deps.db.transaction({ agencyId: agency.agencyId }, (tx) =>
      hint(tx, {
        agencyId: agency.agencyId,
        kind: 'letter',
        entityId,
        positionIds: [agency.desk(key).positionId],
        now: deps.now(),
      }),
    );
  const ID = (last: number) => `0197f000-0000-7000-8000-00000000000${last}`;

  it('brings hints of this desk within a second, and none of others', async () => {
    const kadis = await open('kadis');
    const staf = await open('staf');
    const sentAt = Date.now();
    await send('kadis', ID(1));
    const [received] = await kadis.until(1);
    expect(received).to.include({ kind: 'letter', entityId: ID(1) });
    expect(Date.now() - sentAt).to.be.lessThan(1000);
    await send('staf', ID(2));
    await staf.until(1);
    expect(staf.received.map(({ entityId }) => entityId)).to.deep.equal([ID(2)]);
    expect(kadis.received).to.have.lengthOf(1);
  });

  it('gives a hint once although its transaction took an earlier id and committed later', async () => {
    const kadis = await open('kadis');
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let isWritten = (): void => undefined;
    const written = new Promise<void>((resolve) => (isWritten = resolve));
    const slow = deps.db.transaction({ agencyId: agency.agencyId }, async (tx) => {
      const about = {
        agencyId: agency.agencyId,
        kind: 'letter' as const,
        positionIds: [agency.desk('kadis').positionId],
      };
      await hint(tx, { ...about, entityId: ID(3), now: deps.now() });
      isWritten();
      await held;
    });
    await written;
    await send('kadis', ID(4));
    await kadis.until(1);
    release();
    await slow;
    await kadis.until(2);
    await send('kadis', ID(5));
    const all = await kadis.until(3);
    expect(all.map(({ entityId }) => entityId)).to.deep.equal([ID(4), ID(3), ID(5)]);
  });

  it('resumes after the last event a browser saw', async () => {
    const last = await valueOf<number>(deps.database.adminUrl, 'select max(id)::int from hint');
    await send('sekdis', ID(6));
    const stream = await open('sekdis', last);
    expect((await stream.until(1)).map(({ entityId }) => entityId)).to.deep.equal([ID(6)]);
  });

  it('still brings hints when the listening connection was cut', async () => {
    const kadis = await open('kadis');
    await send('kadis', ID(7));
    await kadis.until(1);
    const cut = await rowsOf(
      deps.database.adminUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lontar-hints' and datname = current_database()`,
    );
    expect(cut).to.have.lengthOf(1);
    await send('kadis', ID(8));
    expect(await kadis.until(2, 8000)).to.have.lengthOf(2);
  });

  it('shares one listening connection, which goes with the last browser', async () => {
    const count = () =>
      valueOf<number>(
        deps.database.adminUrl,
        `select count(*)::int from pg_stat_activity where application_name = 'lontar-hints' and datname = current_database()`,
      );
    await open('kadis');
    await open('staf');
    expect(await count()).to.equal(1);
    for (const stream of streams.splice(0)) stream.stop();
    const deadline = Date.now() + 5000;
    while ((await count()) > 0 && Date.now() < deadline) await new Promise((next) => setTimeout(next, 50));
    expect(await count()).to.equal(0);
  });

  it('ends within five seconds of logging out, and of the end of the appointment', async () => {
    const kadis = await open('kadis');
    const staf = await open('staf');
    const endedAt = Date.now();
    await logOutEverywhere(deps, sessionOf(agency.agencyId, agency.desk('kadis')));
    await rowsOf(
      deps.database.adminUrl,
      `update appointment set valid = daterange(lower(valid), '2026-11-20') where id = $1`,
      [agency.desk('staf').appointmentId],
    );
    await Promise.all([kadis.ended, staf.ended]);
    expect(Date.now() - endedAt).to.be.lessThan(5000);
  });

  it('is refused without session and without desk', async () => {
    const address = `${api.baseUrl}/api/events`;
    expect((await fetch(address)).status).to.equal(401);
    const { cookie } = await api.logIn(agency.desk('sekda'));
    expect((await fetch(address, { headers: { cookie } })).status).to.equal(400);
  });

  it('leaves nothing behind of browsers that are gone before it begins', async () => {
    let listening = 0;
    const feed = {
      subscribe: async () => {
        listening += 1;
        await new Promise((next) => setTimeout(next, 300));
        return () => {
          listening -= 1;
        };
      },
      listSince: () => Promise.resolve([]),
    };
    const actor = await agency.actor('kadis');
    const server = createServer((request, response) => {
      void streamEvents(feed)(deps, actor, request as Request, response as ExpressResponse).catch(() => undefined);
    });
    await new Promise<void>((next) => server.listen(0, '127.0.0.1', next));
    const { port } = server.address() as AddressInfo;
    const asked = get({ host: '127.0.0.1', port });
    asked.on('error', () => undefined);
    await until(() => listening === 1);
    asked.destroy();
    // Well before the stream would ask whether its session still holds.
    await until(() => listening === 0, 1500);
    server.close();
    expect(listening).to.equal(0);
  });

  it('refuses a session that opens streams without end', async () => {
    const desk = agency.desk('kadis');
    const { cookie } = await api.logIn(desk);
    const aborts = Array.from({ length: 31 }, () => new AbortController());
    const replies = await Promise.all(
      aborts.map(({ signal }) =>
        fetch(`${api.baseUrl}/api/events`, { signal, headers: { cookie, 'lontar-appointment': desk.appointmentId } }),
      ),
    );
    const statuses = replies.map(({ status }) => status).sort();
    for (const abort of aborts) abort.abort();
    expect(statuses).to.deep.equal([...Array.from({ length: 30 }, () => 200), 429]);
  });
});
