import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { migrate } from '../migrate.ts';
import { childEnvironments, type ChildEnvironments } from './child-environment.ts';
import { chooseQueue, type QueueChoice } from './choose-queue.ts';
import { waitForPort } from './free-port.ts';
import { keepChild, type KeptChild } from './keep-child.ts';
import { keepServer } from './keep-server.ts';
import { openDatabase, type OpenedDatabase } from './open-database.ts';
import { prepareServiceHome, type ServiceHome } from './prepare-service-home.ts';
import { runStep } from './run-step.ts';
import type { RuntimeConfig } from './runtime-config.ts';
import { scheduleBackups } from './schedule-backups.ts';
import { findRedisServer, startRedis } from './start-redis.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';
import { StartupError } from './startup-error.ts';

export interface Supervision {
  /** What the setup step wants the person to read, such as the demonstration accounts. */
  notes: string;
  /** Stops in reverse order of starting; what other hands started stays. */
  stop: () => Promise<void>;
}

interface Start {
  config: RuntimeConfig;
  given: NodeJS.ProcessEnv;
  say: (line: string) => void;
  /** Aborted when the person does not want to wait any longer. */
  signal: AbortSignal;
}

interface Progress extends Start {
  home: () => ServiceHome;
  onStop: (close: () => Promise<void>) => void;
}

const PREDECESSOR_MS = 6000;
const READY_MS = 120_000;

/** Starts everything in order and keeps it running; when a step fails, what was started is stopped again. */
export async function supervise(start: Start): Promise<Supervision> {
  const closers: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  let home: ServiceHome | undefined;
  const progress: Progress = {
    ...start,
    home: () => (home ??= prepareServiceHome(start.config.dataDir, start.say)),
    onStop: (close) => closers.push(close),
  };
  try {
    return { notes: await startAll(progress), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(progress: Progress): Promise<string> {
  const { config, given, say, signal } = progress;
  await refuseTakenPort(config);
  const { urls } = await startDatabase(progress);
  signal.throwIfAborted();
  const applied = await migrate(urls.migrationDatabaseUrl);
  if (applied.length > 0) say(`Skema basis data diperbarui (${applied.length} langkah).`);
  signal.throwIfAborted();
  const queue = await startQueue(progress);
  signal.throwIfAborted();
  const environments = childEnvironments(given, config, urls, queue);
  const notes = await prepareDemo(progress, environments);
  signal.throwIfAborted();
  await startChildren(progress, environments);
  startBackups(progress, environments);
  return notes;
}

async function startDatabase(progress: Progress): Promise<OpenedDatabase> {
  const { config, home, say, onStop } = progress;
  if (config.databaseUrl === undefined) say('Menyalakan PostgreSQL bawaan ...');
  const database = await openDatabase(config, home, say);
  if (database.embedded) {
    const { dataDir } = config;
    const restart = (port: number) => startEmbeddedPostgres({ dataDir, port, home: home(), say });
    const kept = keepServer('PostgreSQL', database.embedded, restart, say);
    onStop(() => kept.stop());
    if (database.embedded.isAdopted) say('PostgreSQL masih menyala dari sebelumnya dan dipakai lagi.');
  }
  return database;
}

async function startQueue(progress: Progress): Promise<QueueChoice> {
  const { config, home, say, onStop } = progress;
  const queue = await chooseQueue({ redisUrl: config.redisUrl, backend: config.queueBackend, home, say });
  if (queue.backend === 'postgres') say('Antrean pekerjaan memakai PostgreSQL.');
  else if (!queue.local) say('Antrean pekerjaan memakai Redis dari REDIS_URL.');
  else {
    const binary = findRedisServer() ?? 'redis-server';
    const kept = keepServer('Redis', queue.local, () => startRedis(home(), binary), say);
    onStop(() => kept.stop());
    say(
      `Antrean pekerjaan memakai Redis di komputer ini${queue.local.isAdopted ? ' (masih menyala dari sebelumnya)' : ''}.`,
    );
  }
  return queue;
}

function prepareDemo({ config, say, signal }: Progress, { setup }: ChildEnvironments): Promise<string> {
  const script = compiled('../../workers/seed-demo.js');
  if (config.isProduction || !existsSync(script)) return Promise.resolve('');
  say('Menyiapkan data demonstrasi (hanya lama pada kali pertama) ...');
  return runStep('Penyiapan data demonstrasi', script, setup, signal);
}

async function startChildren({ config, say, signal, onStop }: Progress, { service }: ChildEnvironments): Promise<void> {
  const logFolder = join(config.dataDir, 'logs');
  const keep = (name: string, script: string, reportsHealth: boolean) => {
    const child = keepChild({ name, script: compiled(script), env: service, logFolder, say, reportsHealth });
    onStop(() => child.stop());
    return child;
  };
  const children = [keep('api', '../main.js', false), keep('workers', '../../workers/main.js', true)];
  await waitUntilReady(config, children, signal);
}

function startBackups({ config, say, onStop }: Progress, { setup }: ChildEnvironments): void {
  const { backupDir: folder } = config;
  if (folder === undefined) return;
  const script = compiled('../backup/backup-main.js');
  const run = (signal: AbortSignal) => runStep('Pencadangan', script, setup, signal);
  const schedule = scheduleBackups({ folder, run, say });
  onStop(() => schedule.stop());
}

async function waitUntilReady(config: RuntimeConfig, children: KeptChild[], signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + READY_MS;
  const host = config.host === '0.0.0.0' ? '127.0.0.1' : config.host.includes(':') ? `[${config.host}]` : config.host;
  const isUp = async () =>
    children.every((child) => child.isHealthy()) && (await isReady(`http://${host}:${config.port}/health/ready`));
  while (!(await isUp())) {
    signal.throwIfAborted();
    const broken = children.find((child) => child.deaths() >= 3);
    if (broken) throw new StartupError(`Lontar tidak dapat dinyalakan:\n${broken.lastWords()}`);
    if (Date.now() > deadline)
      throw new StartupError(`Lontar belum siap setelah dua menit; periksa log di ${join(config.dataDir, 'logs')}.`);
    await sleep(150);
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    return response.status === 200;
  } catch {
    return false;
  }
}

async function refuseTakenPort({ host, port }: RuntimeConfig): Promise<void> {
  if (await waitForPort(port, host, PREDECESSOR_MS)) return;
  throw new StartupError(
    `Alamat ${host}:${port} tidak dapat dipakai (mungkin dipegang program lain): pilih port lain, misalnya PORT=${port + 1} npm start.`,
  );
}

function compiled(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
