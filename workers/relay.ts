import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Db } from '../server/db.ts';
import { shareNext } from '../server/share-next.ts';
import { listen } from './listen.ts';
import { lockDueRows, setAnnouncedDispatched, setDispatched } from './outbox-queries.ts';
import type { JobQueue } from './queue.ts';
import { repeat } from './repeat.ts';

const BATCH = 200;
const POLL_MS = 1000;
const MARK_PAUSE_MS = 250;
/** Younger rows are announced, and would only be passed on twice. */
const ANNOUNCED_MS = 1000;

export interface RelayParts {
  /** As lontar_relay. */
  db: Db;
  url: string;
  queue: JobQueue;
  now: () => Date;
  log: Logger;
}

/** Carries due outbox rows into the queue: at once when Postgres says which, else with the next poll. */
export function startRelay(parts: RelayParts): { close(): Promise<void> } {
  const loop = repeat('relay', POLL_MS, parts.log, async () => {
    while ((await dispatchDue(parts)) === BATCH);
  });
  const announcements = takeAnnouncements(parts);
  const ear = listen(parts.url, 'lontar_outbox', parts.log, (outboxId) => {
    if (outboxId === '') loop.wake();
    else announcements.take(outboxId);
  });
  return {
    async close() {
      await ear.close();
      await loop.close();
      await announcements.settled();
    },
  };
}

/**
 * Passes work on by the ids that are announced, without looking for it first: to add twice, or to add what is done
 * already, is harmless. The rows are marked a moment later, several at once, out of the way of the work that begins.
 * What cannot be passed on or marked stays for the poll.
 */
function takeAnnouncements({ db, queue, now, log }: RelayParts) {
  const announced = new Set<string>();
  const passedOn = new Set<string>();
  let lastAt = now();
  const pass = shareNext(async () => {
    const ids = [...announced];
    announced.clear();
    if (ids.length === 0) return;
    lastAt = now();
    try {
      await queue.add(ids);
      for (const id of ids) passedOn.add(id);
      marking = mark();
    } catch (error) {
      log.warn({ err: error, count: ids.length }, 'announced work is left to the poll');
    }
  });
  const mark = shareNext(async () => {
    await sleep(MARK_PAUSE_MS);
    const ids = [...passedOn];
    passedOn.clear();
    if (ids.length === 0) return;
    try {
      await db.transaction({ agencyId: null }, (tx) => setAnnouncedDispatched(tx, ids, lastAt));
    } catch (error) {
      log.warn({ err: error, count: ids.length }, 'work on its way is left to the poll');
    }
  });
  let passing = Promise.resolve();
  let marking = Promise.resolve();
  return {
    take: (outboxId: string) => {
      announced.add(outboxId);
      passing = pass();
    },
    settled: async () => {
      await passing;
      await marking;
    },
  };
}

/**
 * One batch of what was not announced or got lost on the way; several relays share the work. The rows are marked only
 * when the queue has them: a crash in between sends them twice, which the queue's job ids and the handlers make harmless.
 */
export function dispatchDue({ db, queue, now }: Pick<RelayParts, 'db' | 'queue' | 'now'>): Promise<number> {
  return db.transaction({ agencyId: null }, async (tx) => {
    const at = now();
    const ids = await lockDueRows(tx, { now: at, announcedSince: new Date(at.getTime() - ANNOUNCED_MS), limit: BATCH });
    if (ids.length === 0) return 0;
    await queue.add(ids);
    await setDispatched(tx, ids, at);
    return ids.length;
  });
}
