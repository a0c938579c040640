import { fork, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { z } from 'zod';
import { projectRoot } from './project-root.ts';
import { lastLines, openServiceLog } from './service-log.ts';
import { nextDelayMs } from './next-delay.ts';

export interface ChildOptions {
  name: string;
  /** Absolute path of the script. */
  script: string;
  env: NodeJS.ProcessEnv;
  logFolder: string;
  say: (line: string) => void;
  reportsHealth?: boolean;
}

export interface KeptChild {
  pid: () => number | undefined;
  /** How often it ended by itself since it was last up for long. */
  deaths: () => number;
  lastWords: () => string;
  /** False while a child that reports its health (`{ type: 'health', isHealthy }`) has not said that it is well. */
  isHealthy: () => boolean;
  /** SIGTERM, and SIGKILL to its whole group when that does not help. */
  stop: () => Promise<void>;
}

const HealthReport = z.object({ type: z.literal('health'), isHealthy: z.boolean() });
const STOP_MS = 10_000;
/** Module that ends a child with its supervisor; see exit-with-supervisor.ts. */
export const childGuard = new URL(
  `./exit-with-supervisor.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`,
  import.meta.url,
).href;

/** Runs a script in a process group of its own and starts it again, more and more slowly, whenever it ends. */
export function keepChild(options: ChildOptions): KeptChild {
  let child: ChildProcess | undefined;
  let restart: NodeJS.Timeout | undefined;
  let isStopping = false;
  let deaths = 0;
  let isHealthy = options.reportsHealth !== true;
  let logPath = '';

  const start = () => {
    const log = openServiceLog(options.logFolder, options.name);
    logPath = log.path;
    const startedAt = Date.now();
    child = fork(options.script, [], {
      cwd: projectRoot,
      env: options.env,
      detached: true,
      execArgv: ['--enable-source-maps', '--import', childGuard],
      stdio: ['ignore', log.handle, log.handle, 'ipc'],
    });
    closeSync(log.handle);
    child.on('message', (message) => {
      const report = HealthReport.safeParse(message);
      if (report.success) isHealthy = report.data.isHealthy;
    });
    child.once('error', (error) => options.say(`${options.name} tidak dapat dijalankan: ${error.message}`));
    child.once('exit', (code, signal) => {
      isHealthy = options.reportsHealth !== true;
      if (isStopping) return;
      deaths = Date.now() - startedAt > 30_000 ? 1 : deaths + 1;
      const delayMs = nextDelayMs(deaths);
      options.say(`${options.name} berhenti (${signal ?? `kode ${String(code)}`}); dinyalakan lagi. Log: ${log.path}`);
      restart = setTimeout(start, delayMs);
    });
  };
  start();

  return {
    pid: () => child?.pid,
    deaths: () => deaths,
    isHealthy: () => isHealthy,
    lastWords: () => lastLines(logPath, 8),
    stop: () => {
      isStopping = true;
      clearTimeout(restart);
      return child ? end(child) : Promise.resolve();
    },
  };
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  const { pid } = child;
  return new Promise((done) => {
    const force = setTimeout(() => killGroup(pid), STOP_MS);
    child.once('exit', () => {
      clearTimeout(force);
      done();
    });
    child.kill('SIGTERM');
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Gone in the meantime: that is what was wanted.
  }
}
