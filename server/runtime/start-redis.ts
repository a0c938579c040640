import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { askRedis, describeRedis } from './ask-redis.ts';
import { freePort } from './free-port.ts';
import { own, type ServiceHome } from './prepare-service-home.ts';
import { readPrivateJson, writePrivateFile } from './private-file.ts';
import { isAlive, signalProcess, waitUntilGone } from './process-state.ts';
import { lastLines, openServiceLog } from './service-log.ts';
import { succeedsAs } from './service-user.ts';
import { StartupError } from './startup-error.ts';

export interface LocalRedis {
  url: string;
  port: number;
  pid: number;
  isAdopted: boolean;
  stop: () => Promise<void>;
}

const Remembered = z.object({ password: z.string().min(1), port: z.number().int() });

/** `redis-server` or `valkey-server` on PATH, if any. */
export function findRedisServer(path = process.env['PATH'] ?? ''): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return ['redis-server', 'valkey-server']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((candidate) => existsSync(candidate));
}

/** Starts a private Redis (append-only file, no eviction, password, loopback) or adopts the one of a killed supervisor. */
export async function startRedis(home: ServiceHome, binary: string): Promise<LocalRedis> {
  const folder = own(join(home.folder, 'redis'), home.user);
  const rememberedPath = join(folder, 'server.json');
  const remembered = readPrivateJson(rememberedPath, Remembered);
  if (remembered) {
    const running = await describeRedis(urlOf(remembered)).catch(() => undefined);
    if (running) return redis(remembered, running.pid, true);
  }
  if (!succeedsAs(home.user, binary, ['--version'])) throw new StartupError(`${binary} tidak dapat dijalankan.`);
  const wanted = {
    password: remembered?.password ?? randomBytes(24).toString('base64url'),
    port: await freePort(remembered?.port),
  };
  writePrivateFile(rememberedPath, JSON.stringify(wanted));
  const pid = await launch(home, binary, folder, wanted);
  return redis(wanted, pid, false);
}

async function launch(
  home: ServiceHome,
  binary: string,
  folder: string,
  { password, port }: z.output<typeof Remembered>,
) {
  const configPath = join(folder, 'redis.conf');
  // A file, not arguments: those would show the password to everyone on the machine.
  writePrivateFile(
    configPath,
    [
      'bind 127.0.0.1',
      `port ${port}`,
      'protected-mode yes',
      `requirepass ${password}`,
      `dir "${folder}"`,
      'appendonly yes',
      'appendfsync everysec',
      'maxmemory-policy noeviction',
      'save ""',
      'daemonize no',
      '',
    ].join('\n'),
  );
  if (home.user) chownSync(configPath, home.user.uid, home.user.gid);
  const log = openServiceLog(folder, 'redis');
  const child = spawn(binary, [configPath], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.handle, log.handle],
    env: { PATH: process.env['PATH'], LANG: 'C' },
    ...(home.user ? { uid: home.user.uid, gid: home.user.gid } : {}),
  });
  closeSync(log.handle);
  child.on('error', () => undefined);
  child.unref();
  const deadline = Date.now() + 30_000;
  while (child.pid !== undefined && isAlive(child.pid) && Date.now() < deadline) {
    const isUp = await askRedis(urlOf({ password, port }), [['PING']]).then(
      () => true,
      () => false,
    );
    if (isUp) return child.pid;
    await sleep(40);
  }
  throw new StartupError(`Redis tidak dapat dinyalakan (log: ${log.path}):\n${lastLines(log.path, 5)}`);
}

function redis(remembered: z.output<typeof Remembered>, pid: number, isAdopted: boolean): LocalRedis {
  const stop = async () => {
    signalProcess(pid, 'SIGTERM');
    if (await waitUntilGone(pid, 10_000)) return;
    signalProcess(pid, 'SIGKILL');
    await waitUntilGone(pid, 5000);
  };
  return { url: urlOf(remembered), port: remembered.port, pid, isAdopted, stop };
}

function urlOf({ password, port }: z.output<typeof Remembered>): string {
  return `redis://:${password}@127.0.0.1:${port}`;
}
