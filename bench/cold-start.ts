import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../server/runtime/free-port.ts';
import { alternate, summarise } from './alternate.ts';
import { type BenchResult, judge } from './result.ts';
import type { Scene } from './scene.ts';

const BLOCKS = 10;
const GIVE_UP_MS = 60_000;

/** P14: from starting the process to its first 200; the database runs and is migrated. */
export async function benchColdStart(scene: Scene): Promise<BenchResult[]> {
  const database = await scene.database();
  const env = {
    NODE_ENV: 'development',
    LONTAR_DEMO: '1',
    LOG_LEVEL: 'error',
    DATA_DIR: join(scene.folder, 'cold'),
    DATABASE_URL: database.databaseUrl,
    RELAY_DATABASE_URL: database.relayDatabaseUrl,
    QUEUE_DATABASE_URL: database.queueDatabaseUrl,
  };
  const ours = () => startAndAsk('../server/main.js', env);
  const baseline = () => startAndAsk('./bare-express.js', {});
  await ours();
  await baseline();
  const { ratio, ...times } = summarise(await alternate(BLOCKS, { ours, baseline }), (milliseconds) => milliseconds);
  return [
    {
      id: 'P14',
      what: 'proses API mulai sampai jawaban 200 pertama',
      ratio: ratio.median,
      ...judge(ratio.median, 'reported'),
      ...times,
      unit: 'ms',
      blocks: BLOCKS,
      low: ratio.low,
      high: ratio.high,
    },
  ];
}

async function startAndAsk(program: string, env: Record<string, string>): Promise<number> {
  const port = await freePort();
  const path = fileURLToPath(new URL(program, import.meta.url));
  const startedAt = performance.now();
  const child = spawn(process.execPath, [path], {
    env: { PATH: process.env['PATH'], ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    while (!(await isReady(port))) {
      if (child.exitCode !== null || performance.now() - startedAt > GIVE_UP_MS)
        throw new Error(`${program} did not come up`);
      await sleep(4);
    }
    return performance.now() - startedAt;
  } finally {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path: '/health/live', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once('error', () => resolve(false));
  });
}
