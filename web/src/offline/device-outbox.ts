import { clear, createStore, del, entries, set, type UseStore } from 'idb-keyval';
import type { giveDispositionEndpoint } from '../../../server/dispositions/contract.ts';
import type { markIncomingReadEndpoint } from '../../../server/incoming/contract.ts';
import { isProblem, operation } from '../api/index.ts';
import type { ProblemCode } from '../api/api-problem.ts';
import { createOutbox, type OutboxEntry, type OutboxStore } from './outbox.ts';

const give = operation<typeof giveDispositionEndpoint>('post', '/incoming/:incomingId/dispositions');
const markRead = operation<typeof markIncomingReadEndpoint>('post', '/incoming/:incomingId/read');

/** Longer than the server needs on the worst link; after it the entry waits and is sent again under its key. */
const sendLimitMs = 30_000;

let opened: UseStore | undefined;

function table(): UseStore {
  opened ??= createStore('lontar-antrean', 'antrean');
  return opened;
}

const store: OutboxStore = {
  list: async () => (await entries<string, OutboxEntry>(table())).map(([, entry]) => entry),
  put: (entry) => set(entry.key, entry, table()),
  drop: (key) => del(key, table()),
};

function send({ key, desk, incomingId, command }: OutboxEntry): Promise<unknown> {
  const options = { idempotencyKey: key, appointmentId: desk, signal: AbortSignal.timeout(sendLimitMs) };
  const params = { incomingId };
  return command.kind === 'read' ? markRead({ params }, options) : give({ params, body: command.body }, options);
}

/** Answers after which the same command may still succeed: no connection, a server in trouble, an ended session. */
const passing: readonly ProblemCode[] = [
  'offline',
  'unreadable',
  'unavailable',
  'internal',
  'unauthenticated',
  'throttled',
];

function refusalOf(error: unknown) {
  if (!isProblem(error) || passing.includes(error.code)) return undefined;
  return { code: error.code, title: error.title, detail: error.detail };
}

/** Without locks (plain http) two tabs may send the same entry; its key makes it happen once all the same. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks === undefined ? work() : locks.request('lontar-antrean', work);
}

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('lontar-antrean') : undefined;
const listeners = new Set<() => void>();
let shown: readonly OutboxEntry[] = [];

async function refresh(): Promise<void> {
  shown = await outbox.list().catch(() => []);
  for (const listener of listeners) listener();
}

function onChange(): void {
  channel?.postMessage('changed');
  void refresh();
}

/** Of this device, shared by its tabs. */
export const outbox = createOutbox({ store, send, refusalOf, alone, onChange });

channel?.addEventListener('message', () => void refresh());

/** What waits, for useSyncExternalStore. */
export const outboxView = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    if (listeners.size === 1) void refresh();
    return () => listeners.delete(listener);
  },
  current: () => shown,
};

export async function clearOutbox(): Promise<void> {
  await clear(table());
  onChange();
}

/** A session that ended by itself leaves what waits to the same person only. */
export async function keepOnlyOutboxOf(personId: string): Promise<void> {
  const others = (await store.list()).filter((entry) => entry.personId !== personId);
  await Promise.all(others.map((entry) => store.drop(entry.key)));
  onChange();
}
