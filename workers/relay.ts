import type { Logger } from 'pino';
import type { Db } from '../server/db.ts';
import { listen } from './listen.ts';
import { lockDueRows, setDispatched } from './outbox-queries.ts';
import type { JobQueue } from './queue.ts';
import { repeat } from './repeat.ts';

const BATCH = 200;
const POLL_MS = 1000;

export interface RelayParts {
  /** As lontar_relay. */
  db: Db;
  url: string;
  queue: JobQueue;
  now: () => Date;
  log: Logger;
}

/** Carries due outbox rows into the queue: at once when Postgres says so, else with the next poll. */
export function startRelay(parts: RelayParts): { close(): Promise<void> } {
  const loop = repeat('relay', POLL_MS, parts.log, async () => {
    while ((await dispatchDue(parts)) === BATCH);
  });
  const ear = listen(parts.url, 'lontar_outbox', parts.log, () => loop.wake());
  return {
    async close() {
      await ear.close();
      await loop.close();
    },
  };
}

/**
 * One batch; several relays share the work. The rows are marked only when the queue has them: a crash in between sends
 * them twice, which the queue's job ids and the handlers make harmless.
 */
export function dispatchDue({ db, queue, now }: Pick<RelayParts, 'db' | 'queue' | 'now'>): Promise<number> {
  return db.transaction({ agencyId: null }, async (tx) => {
    const ids = await lockDueRows(tx, { now: now(), limit: BATCH });
    if (ids.length === 0) return 0;
    await queue.add(ids);
    await setDispatched(tx, ids, now());
    return ids.length;
  });
}
