import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { projectRoot } from '../../server/runtime/project-root.ts';

const Accounts = z.object({
  password: z.string(),
  passphrase: z.string(),
  accounts: z.array(z.object({ nip: z.string(), name: z.string(), desk: z.string(), role: z.string() })),
});

export type DemoRole =
  | 'Konseptor'
  | 'Kepala Bidang'
  | 'Sekretaris Dinas'
  | 'Kepala Dinas'
  | 'Penerima surat'
  | 'Pencatat surat'
  | 'Arsiparis'
  | 'Auditor';

export interface DemoAccount {
  nip: string;
  name: string;
  desk: string;
}

/** The whole system as `npm start` runs it, with its demonstration, on a free port and a data folder of its own. */
export interface RunningSystem {
  baseUrl: string;
  dataDir: string;
  password: string;
  passphrase: string;
  account(role: DemoRole): DemoAccount;
  stop(): Promise<void>;
}

const START_MS = 240_000;

/** Builds when sources changed, starts the supervisor, waits until it is ready. `LONTAR_E2E` names a running one instead. */
export async function startSystem(): Promise<RunningSystem> {
  const known = process.env['LONTAR_E2E'];
  if (known !== undefined) {
    const [baseUrl = '', dataDir = ''] = known.split('|');
    return describe({ baseUrl, dataDir, stop: () => Promise.resolve() });
  }
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: projectRoot, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the build failed:\n${built.stdout}\n${built.stderr}`);
  const dataDir = mkdtempSync(join(tmpdir(), 'lontar-e2e-'));
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _database, REDIS_URL: _redis, NODE_ENV: _mode, ...inherited } = process.env;
  const child = spawn(process.execPath, ['dist/server/runtime/main.js'], {
    cwd: projectRoot,
    env: { ...inherited, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  await waitUntilReady(child, baseUrl, () => output);
  return describe({ baseUrl, dataDir, stop: () => stopSystem(child, dataDir) });
}

function describe(system: Pick<RunningSystem, 'baseUrl' | 'dataDir' | 'stop'>): RunningSystem {
  const known = Accounts.parse(JSON.parse(readFileSync(join(system.dataDir, 'akun-demonstrasi.json'), 'utf8')));
  return {
    ...system,
    password: known.password,
    passphrase: known.passphrase,
    account: (role) => {
      const found = known.accounts.find((account) => account.role === role);
      if (!found) throw new Error(`the demonstration has no ${role}`);
      return found;
    },
  };
}

async function waitUntilReady(child: ChildProcess, baseUrl: string, output: () => string): Promise<void> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`the system did not start:\n${output()}`);
    const isReady = await fetch(`${baseUrl}/health/ready`).then(
      (reply) => reply.status === 200,
      () => false,
    );
    // The address line comes last: by then the accounts are written.
    if (isReady && output().includes('Lontar siap')) return;
    await sleep(200);
  }
}

async function stopSystem(child: ChildProcess, dataDir: string): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
  rmSync(dataDir, { recursive: true, force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
