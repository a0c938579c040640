import pg from 'pg';
import type { Deps } from '../deps.ts';
import { findLastHintId, listHintsAfter, listHintsOfDesk, type HintRow } from './queries.ts';

export interface HintListener {
  agencyId: string;
  positionId: string;
  onHint: (hint: HintRow) => void;
}

export interface HintFeed {
  /** Starts listening; the returned function ends it. The first listener opens the connection, the last one closes it. */
  subscribe(listener: HintListener): Promise<() => void>;
  /** Hints of a desk since a given id, with a margin for transactions that took an earlier id and committed later. */
  listSince(desk: { agencyId: string; positionId: string }, afterId: number): Promise<HintRow[]>;
}

const POLL_MS = 2000;
/** Ids looked back: a transaction may take its id first and commit after its neighbours. */
const OVERLAP = 200;
const BATCH = 2000;

/** One LISTEN connection per process, with a poll beneath it for poolers and lost connections. */
export function openHintFeed(deps: Deps): HintFeed {
  const listeners = new Set<HintListener>();
  const seen = new Set<number>();
  let newest = 0;
  let reading = Promise.resolve();
  let waiting = false;
  let stop: (() => void) | undefined;
  let starting: Promise<void> | undefined;

  const inBase = <T>(work: Parameters<typeof deps.db.transaction<T>>[1]) =>
    deps.db.transaction({ agencyId: null }, work);

  async function readNew(): Promise<void> {
    const rows = await inBase((tx) => listHintsAfter(tx, Math.max(0, newest - OVERLAP), BATCH));
    for (const row of rows) {
      newest = Math.max(newest, row.id);
      if (seen.has(row.id)) continue;
      seen.add(row.id);
      for (const listener of listeners) if (concerns(row, listener)) listener.onHint(row);
    }
    for (const id of seen) if (id <= newest - 2 * OVERLAP) seen.delete(id);
  }

  /** At most one read runs and one waits: whatever wakes us meanwhile is served by the one that waits. */
  function wake(): void {
    if (waiting) return;
    waiting = true;
    reading = reading
      .then(() => {
        waiting = false;
        return readNew();
      })
      .catch((error: unknown) => {
        deps.log.warn({ err: error }, 'hints could not be read; the next poll tries again');
      });
  }

  async function start(): Promise<void> {
    newest = await inBase(findLastHintId);
    const known = await inBase((tx) => listHintsAfter(tx, Math.max(0, newest - OVERLAP), BATCH));
    for (const { id } of known) seen.add(id);
    const closeWake = listenForHints(deps, wake);
    const timer = setInterval(wake, POLL_MS);
    stop = () => {
      clearInterval(timer);
      closeWake();
    };
  }

  function leave(listener: HintListener): void {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
    starting = undefined;
    seen.clear();
  }

  return {
    async subscribe(listener) {
      listeners.add(listener);
      try {
        await (starting ??= start());
      } catch (error) {
        leave(listener);
        throw error;
      }
      // The last listener may have left while the connection was being made.
      if (!listeners.has(listener)) leave(listener);
      return () => leave(listener);
    },
    listSince: (desk, afterId) =>
      inBase((tx) => listHintsOfDesk(tx, { ...desk, afterId: Math.max(0, afterId - OVERLAP), limit: BATCH })),
  };
}

function concerns(row: HintRow, listener: HintListener): boolean {
  return row.agencyId === listener.agencyId && row.positions.includes(listener.positionId);
}

/** Calls `wake` on each notification and connects again after a break; returns what closes it. */
function listenForHints(deps: Deps, wake: () => void): () => void {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let isClosed = false;

  function again(): void {
    if (isClosed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      connect();
    }, POLL_MS);
  }

  function connect(): void {
    const fresh = new pg.Client({ connectionString: deps.config.databaseUrl, application_name: 'lontar-hints' });
    client = fresh;
    fresh.on('error', () => {
      void fresh.end().catch(() => undefined);
      again();
    });
    fresh.on('notification', wake);
    fresh
      .connect()
      .then(() => fresh.query('listen lontar_hint'))
      .then(wake, again);
  }

  connect();
  return () => {
    isClosed = true;
    clearTimeout(retry);
    void client?.end().catch(() => undefined);
  };
}
