import { openDb } from '../server/db.ts';
import type { Deps } from '../server/deps.ts';
import { openQueue, openWorker } from './queue.ts';
import { reconcile } from './reconcile.ts';
import { startRelay } from './relay.ts';
import { repeat } from './repeat.ts';
import { runJob } from './run-job.ts';
import { startSchedule } from './schedule.ts';

const RECONCILE_MS = 5000;

export interface RunningWorkers {
  isHealthy(): boolean;
  /** Lets running jobs end, takes no new ones. */
  close(): Promise<void>;
}

export interface WorkersOptions {
  concurrency: number;
}

/** Everything that works in the background: relay, reconciler, queue worker, sweeps. */
export async function startWorkers(deps: Deps, options: WorkersOptions): Promise<RunningWorkers> {
  const { config, log, now } = deps;
  const relayDb = openDb(config.relayDatabaseUrl, { poolSize: 3, applicationName: 'lontar-relay' });
  const queue = await openQueue(config.queue, log);
  const worker = openWorker(config.queue, {
    concurrency: options.concurrency,
    log,
    process: async (outboxId) => {
      await runJob(deps, outboxId);
    },
  });
  const relay = startRelay({ db: relayDb, url: config.relayDatabaseUrl, queue, now, log });
  const reconciler = repeat('reconcile', RECONCILE_MS, log, async () => {
    const returned = await reconcile({ db: relayDb, queue, now });
    if (returned > 0) log.warn({ returned }, 'the queue had lost work');
  });
  const schedule = startSchedule(deps);
  return {
    isHealthy: () => worker.isRunning(),
    async close() {
      await schedule.close();
      await reconciler.close();
      await relay.close();
      await worker.close();
      await queue.close();
      await relayDb.close();
    },
  };
}
