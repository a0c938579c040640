import { linkSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { makeDataDir } from './make-data-dir.ts';

const Holder = z.object({ pid: z.number(), address: z.string() });
export type Holder = z.output<typeof Holder>;

export type InstanceLock = { isHeld: true; release: () => void } | { isHeld: false; holder: Holder };

const NAME = 'supervisor.sock';

/**
 * Takes the data directory for this process, or tells who has it. The lock is a listening socket: it lives exactly as
 * long as its process, and it can say the address of the installation that runs already.
 */
export async function lockInstance(dataDir: string, address: string): Promise<InstanceLock> {
  const folder = resolve(dataDir);
  makeDataDir(folder);
  const own = `supervisor-${process.pid}.sock`;
  rmSync(join(folder, own), { force: true });
  const server = await listen(folder, own, { pid: process.pid, address });
  for (;;) {
    if (tryLink(join(folder, own), join(folder, NAME))) {
      rmSync(join(folder, own), { force: true });
      return { isHeld: true, release: () => release(server, join(folder, NAME)) };
    }
    const holder = await askHolder(folder, NAME);
    if (holder) {
      server.close();
      rmSync(join(folder, own), { force: true });
      return { isHeld: false, holder };
    }
    await removeDead(folder);
  }
}

/** Takes the dead socket away under another name first, so that a lock taken in this very moment is not lost. */
async function removeDead(folder: string): Promise<void> {
  const aside = `supervisor-${process.pid}.dead`;
  try {
    renameSync(join(folder, NAME), join(folder, aside));
  } catch {
    return;
  }
  if (await askHolder(folder, aside)) tryLink(join(folder, aside), join(folder, NAME));
  rmSync(join(folder, aside), { force: true });
}

function release(server: Server, path: string): void {
  rmSync(path, { force: true });
  server.close();
}

function listen(folder: string, name: string, holder: Holder): Promise<Server> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(JSON.stringify(holder));
    });
    server.once('error', fail);
    inFolder(folder, () => server.listen(name, () => done(server)));
    server.unref();
  });
}

function askHolder(folder: string, name: string): Promise<Holder | undefined> {
  return new Promise((done) => {
    const socket = inFolder(folder, () => connect(name));
    let text = '';
    socket.setTimeout(3000, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const parsed = Holder.safeParse(parseJson(text));
      done(parsed.success ? parsed.data : undefined);
    });
  });
}

/** Socket paths may have 107 bytes at most; a bare name in the right folder always fits. */
function inFolder<Result>(folder: string, work: () => Result): Result {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return work();
  } finally {
    process.chdir(before);
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
