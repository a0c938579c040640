import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, run as runGraphile } from 'graphile-worker';
import pg from 'pg';
import { pino } from 'pino';
import type { Config } from '../server/config.ts';
import { openDb } from '../server/db.ts';
import { enqueue, finishOutbox } from '../server/outbox.ts';
import { findRedisServer } from '../server/runtime/start-redis.ts';
import { openQueue, openWorker } from '../workers/queue.ts';
import { startRelay } from '../workers/relay.ts';
import { startTestRedis } from '../test/support/redis.ts';
import { alternate } from './alternate.ts';
import { bootstrapRatio } from './bootstrap-ratio.ts';
import { type BenchResult, judge } from './result.ts';
import type { BenchDatabase, Scene } from './scene.ts';

const BLOCKS = 12;
const SAMPLES = 100;
const WARM_UP = 20;
const CONCURRENCY = 4;
const GIVE_UP_MS = 20_000;

/** Commits one piece of work and tells how many milliseconds later a worker began it. */
interface Line {
  once(): Promise<number>;
  close(): Promise<void>;
}

/** P13, on both backends of the queue: from the return of the commit to the first line of the worker. */
export async function benchWorkerStart(scene: Scene): Promise<BenchResult[]> {
  const database = await scene.database();
  const graphile = await openGraphile(database);
  try {
    const results = await compare('postgres', graphile, database, {
      backend: 'postgres',
      url: database.queueDatabaseUrl,
    });
    const binary = findRedisServer();
    if (binary === undefined) {
      console.log('P13 dengan Redis tidak dijalankan: redis-server tidak ditemukan.');
      return results;
    }
    const redis = await startTestRedis(binary);
    try {
      return [...results, ...(await compare('redis', graphile, database, { backend: 'redis', url: redis.url }))];
    } finally {
      await redis.stop();
    }
  } finally {
    await graphile.close();
  }
}

async function compare(
  name: string,
  graphile: Line,
  database: BenchDatabase,
  queue: Config['queue'],
): Promise<BenchResult[]> {
  const ours = await openOurs(database, queue);
  try {
    await sample(ours, WARM_UP);
    await sample(graphile, WARM_UP);
    const blocks = await alternate(BLOCKS, {
      ours: () => sample(ours, SAMPLES),
      baseline: () => sample(graphile, SAMPLES),
    });
    return [50, 99].map((percent) => {
      const { ratio, ...rest } = bootstrapRatio(blocks, percent / 100);
      return {
        id: `P13-${name}-p${percent}`,
        what: `komit sampai pekerja mulai, antrean ${name}, terhadap graphile-worker`,
        ratio,
        ...judge(ratio, { atMost: 2 }),
        ...rest,
        unit: `ms p${percent}`,
        blocks: BLOCKS,
      };
    });
  } finally {
    await ours.close();
  }
}

/** At random moments, so that no poll falls into step with it. */
async function sample(line: Line, count: number): Promise<number[]> {
  const waits: number[] = [];
  for (let done = 0; done < count; done += 1) {
    await sleep(5 + Math.random() * 20);
    waits.push(await line.once());
  }
  return waits;
}

/** Meets a commit with the start of its work, whichever is seen first. */
class Meeting {
  readonly #starts = new Map<string, (at: number) => void>();
  readonly #early = new Map<string, number>();

  started(key: string): void {
    const tell = this.#starts.get(key);
    if (tell) tell(performance.now());
    else this.#early.set(key, performance.now());
  }

  async wait(key: string, committedAt: number): Promise<number> {
    const early = this.#early.get(key);
    const startedAt = early ?? (await this.#startOf(key));
    this.#starts.delete(key);
    this.#early.delete(key);
    return Math.max(0, startedAt - committedAt);
  }

  #startOf(key: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`work ${key} did not start`)), GIVE_UP_MS);
      this.#starts.set(key, (at) => {
        clearTimeout(timer);
        resolve(at);
      });
    });
  }
}

async function openOurs(database: BenchDatabase, config: Config['queue']): Promise<Line> {
  const log = pino({ level: 'silent' });
  const now = () => new Date();
  const db = openDb(database.databaseUrl, { poolSize: 4 });
  const relayDb = openDb(database.relayDatabaseUrl, { poolSize: 3 });
  const meeting = new Meeting();
  const queue = await openQueue(config, log);
  const worker = openWorker(config, {
    concurrency: CONCURRENCY,
    log,
    process: async (id) => {
      meeting.started(id);
      await db.transaction({ agencyId: null }, (tx) => finishOutbox(tx, id, now()));
    },
  });
  const relay = startRelay({ db: relayDb, url: database.relayDatabaseUrl, queue, now, log });
  return {
    once: async () => {
      const id = await db.transaction({ agencyId: null }, (tx) =>
        enqueue(tx, randomUUID(), 'records.file', { letterId: randomUUID() }, { now: now() }),
      );
      return meeting.wait(id, performance.now());
    },
    close: async () => {
      await relay.close();
      await worker.close();
      await queue.close();
      await relayDb.close();
      await db.close();
    },
  };
}

async function openGraphile(database: BenchDatabase): Promise<Line> {
  const pool = new pg.Pool({ connectionString: database.adminUrl, max: 10 });
  // Its listening connection outlives the runner for a moment, and may see the server go.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const meeting = new Meeting();
  const runner = await runGraphile({
    pgPool: pool,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: {
      probe: (payload) => {
        meeting.started((payload as { key: string }).key);
      },
    },
  });
  return {
    once: async () => {
      const key = randomUUID();
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query(`select graphile_worker.add_job('probe', $1::json)`, [JSON.stringify({ key })]);
        await client.query('commit');
      } finally {
        client.release();
      }
      return meeting.wait(key, performance.now());
    },
    close: async () => {
      await runner.stop();
      await pool.end();
    },
  };
}
