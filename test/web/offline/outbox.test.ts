import { expect } from 'chai';
import { createOutbox, type OutboxEntry, type OutboxStore } from '../../../web/src/offline/outbox.ts';

class Refused extends Error {}

function entry(key: string, fields: Partial<OutboxEntry> = {}): OutboxEntry {
  const queuedAt = `2026-11-24T01:00:0${key}.000Z`;
  const command = { kind: 'read' } as const;
  return {
    key,
    personId: 'nurhayati',
    desk: 'sekda',
    incomingId: 'surat',
    command,
    queuedAt,
    refusal: null,
    ...fields,
  };
}

/** A server that remembers keys as ours does, a device, and a lock as the browser's. */
function setUp() {
  const rows = new Map<string, OutboxEntry>();
  const store: OutboxStore = {
    list: () => Promise.resolve([...rows.values()]),
    put: (row) => Promise.resolve(void rows.set(row.key, row)),
    drop: (key) => Promise.resolve(void rows.delete(key)),
  };
  const server = { isReachable: true, answerIsLost: false, refuses: new Set<string>(), done: [] as string[] };
  const send = async ({ key }: OutboxEntry): Promise<string> => {
    await Promise.resolve();
    if (!server.isReachable) throw new Error('unreachable');
    if (server.refuses.has(key)) throw new Refused(key);
    if (!server.done.includes(key)) server.done.push(key);
    if (server.answerIsLost) throw new Error('unreachable');
    return `answer ${key}`;
  };
  let last: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
  const refusalOf = (error: unknown) =>
    error instanceof Refused ? { code: 'wrong_state', title: 'Ditolak' } : undefined;
  const openTab = () => createOutbox({ store, send, alone, refusalOf, onChange: () => undefined });
  return { rows, server, openTab, store };
}

describe('the outbox of a device', () => {
  it('sends at once with a connection and leaves nothing behind', async () => {
    const { rows, server, openTab } = setUp();
    expect(await openTab().submit(entry('1'))).to.deep.equal({ state: 'sent', output: 'answer 1' });
    expect(rows.size).to.equal(0);
    expect(server.done).to.deep.equal(['1']);
  });

  it('keeps what cannot be sent and sends it once, oldest first, from however many tabs', async () => {
    const { rows, server, openTab } = setUp();
    const tabs = [openTab(), openTab(), openTab()] as const;
    server.isReachable = false;
    expect((await tabs[0].submit(entry('2'))).state).to.equal('waiting');
    expect((await tabs[1].submit(entry('1'))).state).to.equal('waiting');
    server.isReachable = true;
    const sent: string[] = [];
    await Promise.all(tabs.map((tab) => tab.flush('nurhayati', ({ key }) => sent.push(key))));
    expect(sent).to.deep.equal(['1', '2']);
    expect(rows.size).to.equal(0);
  });

  it('does it once although the answer was lost and it is sent again', async () => {
    const { server, openTab } = setUp();
    const tab = openTab();
    server.answerIsLost = true;
    expect((await tab.submit(entry('1'))).state).to.equal('waiting');
    server.answerIsLost = false;
    await tab.flush('nurhayati', () => undefined);
    expect(server.done).to.deep.equal(['1']);
    expect(await tab.list()).to.deep.equal([]);
  });

  it('keeps a refused entry with its reason, goes on with the next and never sends it again by itself', async () => {
    const { server, openTab } = setUp();
    const tab = openTab();
    server.isReachable = false;
    await tab.submit(entry('1'));
    await tab.submit(entry('2'));
    server.isReachable = true;
    server.refuses.add('1');
    await tab.flush('nurhayati', () => undefined);
    server.refuses.clear();
    await tab.flush('nurhayati', () => undefined);
    expect(server.done).to.deep.equal(['2']);
    expect((await tab.list()).map(({ key, refusal }) => [key, refusal?.title])).to.deep.equal([['1', 'Ditolak']]);
  });

  it('leaves a refusal to the form it was sent from', async () => {
    const { rows, server, openTab } = setUp();
    server.refuses.add('1');
    expect((await openTab().submit(entry('1'))).state).to.equal('refused');
    expect(rows.size).to.equal(0);
  });

  it('sends nothing of another person', async () => {
    const { server, openTab } = setUp();
    const tab = openTab();
    server.isReachable = false;
    await tab.submit(entry('1'));
    server.isReachable = true;
    await tab.flush('hendra', () => undefined);
    expect(server.done).to.deep.equal([]);
  });

  it('says whether it was still there to be taken back', async () => {
    const { server, openTab } = setUp();
    const tab = openTab();
    server.isReachable = false;
    await tab.submit(entry('1'));
    expect(await tab.cancel('1')).to.equal(true);
    expect(await tab.cancel('1')).to.equal(false);
  });

  it('sends also from a device that keeps nothing, and says so when it could not', async () => {
    const { server, openTab, store } = setUp();
    store.put = () => Promise.reject(new Error('full'));
    const tab = openTab();
    expect((await tab.submit(entry('1'))).state).to.equal('sent');
    server.isReachable = false;
    const failure = await tab.submit(entry('2')).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(Error);
  });
});
