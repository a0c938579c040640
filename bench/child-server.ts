import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../server/runtime/free-port.ts';
import { ask } from './open-loop.ts';

export interface ChildServer {
  port: number;
  close(): Promise<void>;
}

const GIVE_UP_MS = 60_000;

/** Starts a compiled program beside this file on a free port and waits until `path` answers 200. */
export async function startChildServer(
  program: string,
  { env, path, headers = {} }: { env: Record<string, string>; path: string; headers?: Record<string, string> },
): Promise<ChildServer> {
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, [fileURLToPath(new URL(program, import.meta.url))], {
    env: { PATH: process.env['PATH'], ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const close = async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  const startedAt = performance.now();
  while (!(await isReady({ port, path, headers }))) {
    if (child.exitCode !== null || performance.now() - startedAt > GIVE_UP_MS) {
      await close();
      throw new Error(`${program} did not come up`);
    }
    await sleep(20);
  }
  return { port, close };
}

function isReady(target: { port: number; path: string; headers: Record<string, string> }): Promise<boolean> {
  return ask(target).then(
    () => true,
    () => false,
  );
}
