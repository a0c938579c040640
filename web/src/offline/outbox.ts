import type { GiveDisposition } from './outbox-commands.ts';

/** Something done without a connection, or whose answer has not come back yet. */
export interface OutboxEntry {
  /** Also the idempotency key: however often it is sent, it happens once. */
  key: string;
  personId: string;
  /** The appointment it was done from. */
  desk: string;
  incomingId: string;
  command: GiveDisposition | { kind: 'read' };
  /** Instant of the device. */
  queuedAt: string;
  /** Why the server refused it; it then waits for the person, not for the connection. */
  refusal: Refusal | null;
}

export interface Refusal {
  code: string;
  title: string;
  detail?: string | undefined;
}

export interface OutboxStore {
  list(): Promise<OutboxEntry[]>;
  put(entry: OutboxEntry): Promise<void>;
  drop(key: string): Promise<void>;
}

interface OutboxParts {
  store: OutboxStore;
  /** Sends one entry under its key; rejects with the reason. */
  send: (entry: OutboxEntry) => Promise<unknown>;
  /** Why the server refused; undefined when it could not be asked, so that it is tried again later. */
  refusalOf: (error: unknown) => Refusal | undefined;
  /** Runs one piece of work at a time over all tabs. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
  onChange: () => void;
}

export type Submitted =
  { state: 'sent'; output: unknown } | { state: 'waiting' } | { state: 'refused'; error: unknown };

export interface Outbox {
  /** Sends now; waits in the outbox when the server cannot be reached. A refusal leaves nothing behind. */
  submit(entry: OutboxEntry): Promise<Submitted>;
  /** Sends what waits of this person, oldest first; stops at the first that cannot reach the server. */
  flush(personId: string, onSent: (entry: OutboxEntry, output: unknown) => void): Promise<void>;
  /** False when it has been sent meanwhile. */
  cancel(key: string): Promise<boolean>;
  list(): Promise<OutboxEntry[]>;
}

async function allOf(store: OutboxStore): Promise<OutboxEntry[]> {
  return (await store.list()).sort((a, b) => a.queuedAt.localeCompare(b.queuedAt));
}

export function createOutbox(parts: OutboxParts): Outbox {
  const { store, send, refusalOf, alone, onChange } = parts;

  const attempt = async (entry: OutboxEntry): Promise<Submitted> => {
    try {
      return { state: 'sent', output: await send(entry) };
    } catch (error) {
      return refusalOf(error) === undefined ? { state: 'waiting' } : { state: 'refused', error };
    }
  };

  const sendKept = async (entry: OutboxEntry): Promise<Submitted> => {
    const result = await attempt(entry);
    if (result.state === 'sent') await store.drop(entry.key);
    if (result.state === 'refused') await store.put({ ...entry, refusal: refusalOf(result.error) ?? null });
    return result;
  };

  return {
    submit: async (entry) => {
      // A device that keeps nothing still sends; it only has no second chance.
      const isKept = await store.put(entry).then(
        () => true,
        () => false,
      );
      const result = await alone(() => attempt(entry));
      if (result.state !== 'waiting') await store.drop(entry.key).catch(() => undefined);
      onChange();
      if (result.state === 'waiting' && !isKept) throw new Error('the device keeps nothing');
      return result;
    },
    flush: (personId, onSent) =>
      alone(async () => {
        for (const entry of await allOf(store)) {
          if (entry.personId !== personId || entry.refusal !== null) continue;
          const result = await sendKept(entry);
          onChange();
          if (result.state === 'waiting') return;
          if (result.state === 'sent') onSent(entry, result.output);
        }
      }),
    cancel: (key) =>
      alone(async () => {
        const isWaiting = (await store.list()).some((entry) => entry.key === key);
        await store.drop(key);
        onChange();
        return isWaiting;
      }),
    list: () => allOf(store),
  };
}
