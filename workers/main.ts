import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError, readConfig } from '../server/config.ts';
import type { Deps } from '../server/deps.ts';
import { openDeps } from '../server/open-deps.ts';
import { beat } from '../server/upkeep/heartbeat.ts';
import { type RunningWorkers, startWorkers } from './start-workers.ts';

const CONCURRENCY = 4;
const TYPESET_THREADS = 1;
const START_AGAIN_MS = 1000;
const HEALTH_EVERY_MS = 5000;

/** config -> deps -> workers; ends with what runs finished on SIGTERM, SIGINT, or when the supervisor is gone. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { deps, close } = openDeps(config, { processName: 'worker', typesetThreads: TYPESET_THREADS });
  const ending = new AbortController();
  const stop = () => ending.abort();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  process.once('disconnect', stop);

  const workers = await startPatiently(deps, ending.signal);
  const health = setInterval(() => tellHealth(deps, workers), HEALTH_EVERY_MS);
  tellHealth(deps, workers);
  deps.log.info({ backend: config.queue.backend }, 'workers run');
  if (!ending.signal.aborted)
    await new Promise((resolve) => {
      ending.signal.addEventListener('abort', resolve);
    });
  clearInterval(health);
  await workers?.close();
  await close();
  process.exit(0);
}

/** The queue may come up after us. */
async function startPatiently(deps: Deps, ending: AbortSignal): Promise<RunningWorkers | undefined> {
  while (!ending.aborted) {
    try {
      return await startWorkers(deps, { concurrency: CONCURRENCY });
    } catch (error) {
      deps.log.warn({ err: error }, 'workers cannot start yet');
      await sleep(START_AGAIN_MS);
    }
  }
  return undefined;
}

function tellHealth(deps: Deps, workers: RunningWorkers | undefined): void {
  const isHealthy = workers?.isHealthy() ?? false;
  if (process.connected) process.send?.({ type: 'health', isHealthy });
  if (!isHealthy) return;
  beat(deps).catch((error: unknown) => deps.log.warn({ err: error }, 'no sign of life could be written'));
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
