import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import type { Config } from '../../server/config.ts';
import { type Db, openDb, run } from '../../server/db.ts';
import { enqueue, finishOutbox } from '../../server/outbox.ts';
import { openQueue, openWorker, type JobQueue, type JobWorker } from '../../workers/queue.ts';
import { reconcile } from '../../workers/reconcile.ts';
import { startRelay } from '../../workers/relay.ts';
import { cloneDatabase, query, type TestDatabase } from '../support/database.ts';
import { requireJudge } from '../support/judges.ts';
import { startTestRedis, type TestRedis } from '../support/redis.ts';
import { rowsOf, valueOf } from '../support/rows.ts';

const log = pino({ level: 'silent' });
const now = () => new Date();
const NO_TENANT = { agencyId: null };

/** The real queue, relay and reconciler around work whose whole effect is one row. */
class Line {
  readonly starts = new Map<string, number>();
  runs = 0;
  readonly #db: Db;
  readonly #relayDb: Db;
  #queue: JobQueue | undefined;
  #worker: JobWorker | undefined;
  #relay: { close(): Promise<void> } | undefined;
  readonly #database: TestDatabase;
  #timer: NodeJS.Timeout | undefined;

  constructor(database: TestDatabase) {
    this.#database = database;
    this.#db = openDb(database.databaseUrl, { poolSize: 8 });
    this.#relayDb = openDb(database.relayDatabaseUrl, { poolSize: 3 });
  }

  async open(config: Config['queue'], workMs = 0): Promise<void> {
    this.#queue = await openQueue(config, log);
    const queue = this.#queue;
    this.#worker = openWorker(config, { concurrency: 8, log, process: (id) => this.#work(id, workMs) });
    this.#relay = startRelay({ db: this.#relayDb, url: this.#database.relayDatabaseUrl, queue, now, log });
    this.#timer = setInterval(() => {
      reconcile({ db: this.#relayDb, queue, now }).catch(() => undefined);
    }, 1000);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#relay?.close();
    await this.#worker?.close();
    await this.#queue?.close();
    await this.#relayDb.close();
    await this.#db.close();
  }

  /** Commits one piece of work; returns its outbox id. */
  commit(notBefore = now()): Promise<string> {
    return this.#db.transaction(NO_TENANT, (tx) =>
      enqueue(tx, randomUUID(), 'records.file', { letterId: randomUUID() }, { now: now(), notBefore }),
    );
  }

  async #work(id: string, workMs: number): Promise<void> {
    this.runs += 1;
    if (!this.starts.has(id)) this.starts.set(id, performance.now());
    await sleep(workMs);
    await this.#db.transaction(NO_TENANT, async (tx) => {
      if (await finishOutbox(tx, id, now())) await run(tx, 'insert into effect (id) values (:id)', { id });
    });
  }
}

async function waitForDone(url: string, wanted: number, limitMs: number): Promise<void> {
  const endsAt = Date.now() + limitMs;
  while (Date.now() < endsAt) {
    if ((await valueOf<number>(url, 'select count(*)::int from outbox where done_at is not null')) >= wanted) return;
    await sleep(100);
  }
  const open = await rowsOf(url, 'select id, dispatched_at, last_error from outbox where done_at is null limit 3');
  throw new Error(`work is left after ${limitMs} ms: ${JSON.stringify(open)}`);
}

async function withEffects(): Promise<TestDatabase> {
  const database = await cloneDatabase();
  await query(database.adminUrl, 'create table effect (id uuid not null)');
  await query(database.adminUrl, 'grant insert on effect to lontar_app');
  return database;
}

function describeBackend(name: string, configOf: (database: TestDatabase) => Config['queue']): void {
  describe(`the outbox on a ${name} queue`, () => {
    let database: TestDatabase;
    let line: Line;

    beforeEach(async () => {
      database = await withEffects();
      line = new Line(database);
    });
    afterEach(async () => {
      await line.close();
      await database.drop();
    });

    it('starts work within moments of its commit', async () => {
      await line.open(configOf(database));
      const waits: number[] = [];
      for (let index = 0; index < 40; index += 1) {
        const id = await line.commit();
        const committedAt = performance.now();
        while (!line.starts.has(id)) await sleep(1);
        waits.push((line.starts.get(id) ?? 0) - committedAt);
      }
      const median = waits.sort((one, other) => one - other)[20] ?? Infinity;
      expect(median).to.be.below(250);
    });

    it('does every piece of work once', async () => {
      await line.open(configOf(database));
      for (let index = 0; index < 200; index += 1) await line.commit();
      await waitForDone(database.adminUrl, 200, 20_000);
      expect(await valueOf(database.adminUrl, 'select count(*)::int from effect')).to.equal(200);
      expect(line.runs).to.equal(200);
    });

    it('starts later work at its time, not before', async () => {
      await line.open(configOf(database));
      const id = await line.commit(new Date(Date.now() + 1500));
      await sleep(1000);
      expect(line.starts.has(id)).to.equal(false);
      await waitForDone(database.adminUrl, 1, 5000);
    });

    it('finds work whose announcement was lost', async () => {
      await query(database.adminUrl, 'alter table outbox disable trigger outbox_wake');
      await line.open(configOf(database));
      await line.commit();
      await waitForDone(database.adminUrl, 1, 5000);
    });

    it('takes up what was committed while nothing ran', async () => {
      for (let index = 0; index < 20; index += 1) await line.commit();
      await line.open(configOf(database));
      await waitForDone(database.adminUrl, 20, 15_000);
      expect(await valueOf(database.adminUrl, 'select count(distinct id)::int from effect')).to.equal(20);
    });
  });
}

describeBackend('PostgreSQL', (database) => ({ backend: 'postgres', url: database.queueDatabaseUrl }));

/** Workers hold locks in an order of their own: whoever Postgres ends for a deadlock tries again, here the truncation. */
async function truncateAtWork(adminUrl: string, tables: string): Promise<void> {
  for (let tries = 5; ; tries -= 1)
    try {
      await query(adminUrl, `truncate ${tables}`);
      return;
    } catch (error) {
      const isDeadlock = error instanceof Error && 'code' in error && error.code === '40P01';
      if (!isDeadlock || tries === 0) throw error;
    }
}

describe('the outbox when its PostgreSQL queue is emptied', () => {
  it('does all work once', async function () {
    this.timeout(60_000);
    const database = await withEffects();
    const line = new Line(database);
    try {
      await line.open({ backend: 'postgres', url: database.queueDatabaseUrl }, 20);
      for (let index = 0; index < 150; index += 1) await line.commit();
      const tables = await rowsOf<{ name: string }>(
        database.adminUrl,
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename not like '%migration%'`,
      );
      await truncateAtWork(database.adminUrl, tables.map((table) => table.name).join(', '));
      await waitForDone(database.adminUrl, 150, 45_000);
      const [counts] = await rowsOf(
        database.adminUrl,
        'select count(*)::int as all, count(distinct id)::int as different from effect',
      );
      expect(counts).to.deep.equal({ all: 150, different: 150 });
    } finally {
      await line.close();
      await database.drop();
    }
  });
});

const redisServer = requireJudge('the outbox on a Redis queue', 'redis-server');
if (redisServer !== null) {
  let redis: TestRedis;
  before(async () => {
    redis = await startTestRedis(redisServer);
  });
  after(() => redis.stop());

  describeBackend('Redis', () => ({ backend: 'redis', url: redis.url }));

  describe('the outbox when Redis is killed and comes back empty', () => {
    it('does all of 300 jobs, none twice', async function () {
      this.timeout(90_000);
      const database = await withEffects();
      const line = new Line(database);
      try {
        await line.open({ backend: 'redis', url: redis.url }, 30);
        for (let index = 0; index < 300; index += 1) await line.commit();
        await waitForDone(database.adminUrl, 40, 20_000);
        await redis.kill();
        await sleep(500);
        await redis.start();
        await waitForDone(database.adminUrl, 300, 60_000);
        const [counts] = await rowsOf(
          database.adminUrl,
          'select count(*)::int as all, count(distinct id)::int as different from effect',
        );
        expect(counts).to.deep.equal({ all: 300, different: 300 });
      } finally {
        await line.close();
        await database.drop();
      }
    });
  });
}
