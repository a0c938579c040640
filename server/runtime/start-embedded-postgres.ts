import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { checkClusterVersion, createCluster, type Cluster } from './create-cluster.ts';
import { findPostgres } from './find-postgres.ts';
import { findPostmasterOrClear, type Postmaster } from './find-postmaster.ts';
import { freePort } from './free-port.ts';
import { prepareServiceHome, own, type ServiceHome } from './prepare-service-home.ts';
import { readPrivateJson, writePrivateFile } from './private-file.ts';
import { isAlive, signalProcess, waitUntilGone } from './process-state.ts';
import { lastLines } from './service-log.ts';
import { StartupError } from './startup-error.ts';
import { waitForPostgres } from './wait-for-postgres.ts';

export interface EmbeddedPostgresOptions {
  /** Absolute data directory of the installation; Postgres gets its own folder inside (or see prepareServiceHome). */
  dataDir: string;
  /** Wished port; another is taken when it is not free. Without it, the one of the last start. */
  port?: number;
  /** Settings beside or instead of ours, as on the command line of postgres. */
  settings?: Record<string, string>;
  /** Where a choice that the person should know of is told. */
  say?: (line: string) => void;
  home?: ServiceHome;
}

export interface EmbeddedPostgres {
  /** Superuser on the maintenance database. */
  adminUrl: string;
  port: number;
  pid: number;
  /** True when the server was already running, left by a supervisor that was killed. */
  isAdopted: boolean;
  /** Fast shutdown; returns when the server is gone. */
  stop: () => Promise<void>;
}

const Remembered = z.object({ password: z.string().min(1), port: z.number().int() });

const ourSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  random_page_cost: '1.1',
  jit: 'off',
  wal_compression: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  cluster_name: 'lontar',
};

/** Starts PostgreSQL on the data directory, making the cluster first when there is none, or adopts the running one. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = options.home ?? prepareServiceHome(options.dataDir, options.say);
  const folder = own(join(home.folder, 'postgres'), home.user);
  const cluster: Cluster = {
    dataFolder: join(folder, 'data'),
    user: home.user,
    binaries: findPostgres(home.user, home.folder),
  };
  const rememberedPath = join(folder, 'server.json');
  let remembered = readPrivateJson(rememberedPath, Remembered);
  if (!existsSync(cluster.dataFolder)) {
    remembered = { password: randomBytes(24).toString('base64url'), port: 0 };
    writePrivateFile(rememberedPath, JSON.stringify(remembered));
    await createCluster(cluster, remembered.password);
  }
  checkClusterVersion(cluster);
  if (!remembered)
    throw new StartupError(
      `Berkas ${rememberedPath} hilang atau rusak: pulihkan dari cadangan bersama folder datanya.`,
    );

  const { password } = remembered;
  const running = findPostmasterOrClear(cluster.dataFolder);
  const postmaster = running ?? (await launch(cluster, folder, options, remembered));
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${postmaster.port}/postgres`;
  await waitForPostgres(adminUrl, 60_000, () => isAlive(postmaster.pid));
  writePrivateFile(rememberedPath, JSON.stringify({ password, port: postmaster.port }));
  return { adminUrl, ...postmaster, isAdopted: running !== undefined, stop: () => stop(postmaster.pid) };
}

async function launch(
  cluster: Cluster,
  folder: string,
  options: EmbeddedPostgresOptions,
  remembered: z.output<typeof Remembered>,
): Promise<Postmaster> {
  const logPath = join(folder, 'postgres.log');
  const adminUrl = (port: number) => `postgres://postgres:${remembered.password}@127.0.0.1:${port}/postgres`;
  const deadline = Date.now() + 20_000;
  for (;;) {
    const port = await freePort(options.port ?? (remembered.port === 0 ? undefined : remembered.port));
    const pid = spawnPostmaster(cluster, port, logPath, options.settings ?? {});
    const problem = await waitForPostgres(adminUrl(port), 60_000, () => isAlive(pid)).catch((error: unknown) => error);
    if (problem === undefined) return { pid, port };
    const log = lastLines(logPath, 8);
    // Right after a kill -9 the backends of the dead postmaster hold its shared memory for a moment.
    const isPassing = /shared memory block|Address already in use|lock file/u.test(log);
    if (isAlive(pid) || !isPassing || Date.now() > deadline)
      throw new StartupError(`PostgreSQL tidak dapat dinyalakan (log: ${logPath}):\n${log}`);
    await sleep(150);
  }
}

function spawnPostmaster(cluster: Cluster, port: number, logPath: string, settings: Record<string, string>): number {
  const all = { ...ourSettings, port: String(port), ...settings };
  const log = openSync(logPath, 'a', 0o600);
  const child = spawn(
    cluster.binaries.postgres,
    ['-D', cluster.dataFolder, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: process.env['PATH'], LANG: 'C', TZ: 'UTC' },
      ...(cluster.user ? { uid: cluster.user.uid, gid: cluster.user.gid } : {}),
    },
  );
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  if (child.pid === undefined) throw new StartupError(`${cluster.binaries.postgres} tidak dapat dijalankan.`);
  return child.pid;
}

async function stop(pid: number): Promise<void> {
  signalProcess(pid, 'SIGINT');
  if (await waitUntilGone(pid, 30_000)) return;
  signalProcess(pid, 'SIGQUIT');
  if (!(await waitUntilGone(pid, 10_000))) throw new Error(`postmaster ${pid} does not stop`);
}
