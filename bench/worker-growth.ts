import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { MEMORY_SETTINGS } from '../server/runtime/child-environment.ts';
import { signLetter } from '../server/signing/sign-letter.ts';
import { fitLine } from './fit-line.ts';
import { closedLoop, openOffice, type Office } from './office.ts';
import { PASSPHRASE } from './official.ts';
import { type BenchResult, judge } from './result.ts';
import type { Scene } from './scene.ts';

const LETTERS = 1000;
const FROM = 200;
const BATCH = 50;
const GIVE_UP_MS = 300_000;

/** Growth of one worker process between its 200th and its 1,000th letter, each from seal to filing. */
export async function benchWorkerGrowth(scene: Scene): Promise<BenchResult[]> {
  const office = await openOffice(scene, { name: 'growth', poolSize: 4 });
  const worker = await startWorker(office);
  const admin = new pg.Pool({ connectionString: office.adminUrl, max: 1 });
  const points: { x: number; y: number }[] = [];
  const startedAt = performance.now();
  try {
    for (let done = BATCH; done <= LETTERS; done += BATCH) {
      await signBatch(office);
      await waitUntilFiled(admin, office.agency.agencyId, done);
      if (done >= FROM) points.push({ x: done, y: (await sizeOf(worker)) / 1000 });
    }
  } finally {
    worker.kill('SIGKILL');
    await admin.end();
    await office.close();
  }
  const { slope, error } = fitLine(points);
  const seconds = (performance.now() - startedAt) / 1000;
  return [
    {
      id: 'RSS',
      what: `pertumbuhan proses pekerja, surat ke-${FROM} sampai ke-${LETTERS}`,
      ratio: slope,
      ...judge(slope, { atMost: 10 }),
      ours: slope,
      baseline: null,
      unit: 'kB/surat',
      blocks: points.length,
      low: slope - 2 * error,
      high: slope + 2 * error,
      wallSeconds: { ours: seconds, baseline: 0 },
    },
    {
      id: 'RSS-akhir',
      what: `ukuran proses pekerja pada surat ke-${LETTERS}`,
      ratio: (points.at(-1)?.y ?? 0) / 1000,
      ...judge(0, 'reported'),
      ours: (points.at(-1)?.y ?? 0) / 1000,
      baseline: null,
      unit: 'MB',
      blocks: 1,
      low: Math.min(...points.map(({ y }) => y)) / 1000,
      high: Math.max(...points.map(({ y }) => y)) / 1000,
    },
  ];
}

async function startWorker(office: Office): Promise<ChildProcess> {
  const { config, trust } = office.deps;
  const child = fork(fileURLToPath(new URL('./worker-process.js', import.meta.url)), [], {
    execArgv: ['--expose-gc'],
    env: {
      PATH: process.env['PATH'],
      ...MEMORY_SETTINGS,
      NODE_ENV: 'test',
      LONTAR_DEMO: '1',
      LOG_LEVEL: 'error',
      DATA_DIR: config.dataDir,
      DATABASE_URL: config.databaseUrl,
      RELAY_DATABASE_URL: config.relayDatabaseUrl,
      QUEUE_DATABASE_URL: config.queue.url,
      SEAL_KEY: config.sealKey,
    },
  });
  child.send({
    anchors: await trust.anchors(),
    crls: (await trust.crls()).map((crl) => Buffer.from(crl).toString('base64')),
  });
  await once(child, 'message');
  return child;
}

async function signBatch(office: Office): Promise<void> {
  const { deps, agency, template } = office;
  const actor = await agency.actor('kadis');
  await closedLoop(await office.copyLetters(BATCH), 4, async (letterId) => {
    const command = { key: randomUUID(), requestHash: 'tolok ukur' };
    const input = { letterId, version: template.version, passphrase: PASSPHRASE };
    await signLetter(deps, { ...actor, command }, input);
  });
}

async function waitUntilFiled(admin: pg.Pool, agencyId: string, wanted: number): Promise<void> {
  const endsAt = performance.now() + GIVE_UP_MS;
  while (performance.now() < endsAt) {
    const { rows } = await admin.query<{ sent: number; open: number }>(
      `select (select count(*)::int from letter where agency_id = $1 and status = 'dispatched') as sent,
         (select count(*)::int from outbox where agency_id = $1 and done_at is null) as open`,
      [agencyId],
    );
    if (rows[0]?.sent === wanted && rows[0].open === 0) return;
    await sleep(200);
  }
  throw new Error(`the worker did not finish ${wanted} letters`);
}

async function sizeOf(worker: ChildProcess): Promise<number> {
  worker.send('size');
  const [size] = (await once(worker, 'message')) as [number];
  return size;
}
