import { createPostgresBackend, Queue, Worker, withBackend } from 'bullmq';
import type { Logger } from 'pino';
import type { Config } from '../server/config.ts';

const QUEUE_NAME = 'lontar';
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 5000;
/** The default of 1 fails a job at the second kill of its worker; the outbox decides, so the queue may go on. */
const STALLED_LIMIT = 50;
const POOL_SIZE = 4;
/** On Postgres a batch makes two temporary tables, some 10 ms that a few single jobs do not take. */
const FEW = 8;

/** Carries outbox ids to workers. Everything in it can be made again from the outbox. */
export interface JobQueue {
  add(outboxIds: readonly string[]): Promise<void>;
  /** Those that wait or run; whatever else the queue remembers of the others is forgotten. */
  keepLive(outboxIds: readonly string[]): Promise<Set<string>>;
  close(): Promise<void>;
}

export interface JobWorker {
  isRunning(): boolean;
  /** Takes no new work and waits for what runs. */
  close(): Promise<void>;
}

export interface WorkerOptions {
  concurrency: number;
  process: (outboxId: string) => Promise<void>;
  log: Logger;
}

type QueueConfig = Config['queue'];

const jobId = (outboxId: string) => `ob-${outboxId}`;
const outboxIdOf = (id: string | undefined) => (id ?? '').replace(/^ob-/u, '');
const jobOptions = (outboxId: string) => ({ jobId: jobId(outboxId), removeOnComplete: true, removeOnFail: true });
const LIVE = new Set(['waiting', 'active', 'prioritized', 'delayed']);

/** Opens the queue of the configured backend; on Postgres it also brings the queue's own schema up to date. */
export async function openQueue(config: QueueConfig, log: Logger): Promise<JobQueue> {
  const queue = makeQueue(config);
  queue.on('error', (error) => log.warn({ err: error }, 'queue connection'));
  await queue.waitUntilReady();
  const isLive = async (outboxId: string): Promise<boolean> => {
    const id = jobId(outboxId);
    if (LIVE.has(await queue.getJobState(id))) return true;
    await queue.remove(id);
    return false;
  };
  return {
    async add(outboxIds) {
      if (config.backend === 'postgres' && outboxIds.length <= FEW)
        await Promise.all(outboxIds.map((id) => queue.add('run', {}, jobOptions(id))));
      else await queue.addBulk(outboxIds.map((id) => ({ name: 'run', data: {}, opts: jobOptions(id) })));
    },
    async keepLive(outboxIds) {
      const live = new Set<string>();
      for (const id of outboxIds) if (await isLive(id)) live.add(id);
      return live;
    },
    close: () => queue.close(),
  };
}

/** Starts taking work. A job never fails in the queue's eyes unless its outcome could not be written. */
export function openWorker(config: QueueConfig, options: WorkerOptions): JobWorker {
  const worker = makeWorker(config, options);
  worker.on('error', (error) => options.log.warn({ err: error }, 'queue worker'));
  worker.on('failed', (job, error) => options.log.error({ err: error, jobId: job?.id }, 'outcome not written'));
  return { isRunning: () => worker.isRunning(), close: () => worker.close() };
}

// A producer must fail at once while Redis is away; a worker waits for it.
const redisProducer = (url: string) => ({ url, enableOfflineQueue: false, maxRetriesPerRequest: 1 });
const redisConsumer = (url: string) => ({ url, maxRetriesPerRequest: null });
const postgres = withBackend(createPostgresBackend);

function makeQueue(config: QueueConfig): Queue {
  if (config.backend === 'redis') return new Queue(QUEUE_NAME, { connection: redisProducer(config.url) });
  const connection = { connectionString: config.url, schema: 'bullmq', max: POOL_SIZE, migrate: true };
  return new postgres.Queue(QUEUE_NAME, { connection }) as unknown as Queue;
}

function makeWorker(config: QueueConfig, { concurrency, process }: WorkerOptions): Worker {
  const work = (job: { id?: string | undefined }) => process(outboxIdOf(job.id));
  const settings = {
    concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: STALLED_LIMIT,
    drainDelay: 5,
  };
  if (config.backend === 'redis')
    return new Worker(QUEUE_NAME, work, { ...settings, connection: redisConsumer(config.url) });
  const connection = { connectionString: config.url, schema: 'bullmq', max: POOL_SIZE };
  return new postgres.Worker(QUEUE_NAME, work, { ...settings, connection }) as unknown as Worker;
}
