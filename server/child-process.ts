import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export interface ChildLimits {
  readonly timeoutMs: number;
  /** Resident memory; watched where the system shows it (Linux). */
  readonly memoryBytes: number;
}

const HEAP_MB = 256;
const WATCH_EVERY_MS = 200;
const PAGE_BYTES = 4096;

/**
 * Starts a program of ours for foreign bytes: without environment, without output, with a small heap.
 * @param program its URL without ending; the source runs from sources, the compiled file otherwise
 */
export function startChild(program: URL): ChildProcess {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const inherited = process.execArgv.filter((flag) => !flag.startsWith('--inspect'));
  return fork(`${fileURLToPath(program)}.${ending}`, {
    env: {},
    serialization: 'advanced',
    execArgv: [...inherited, `--max-old-space-size=${HEAP_MB}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** Kills the child beyond the limits; the function returned kills it at once. */
export function watchChild(child: ChildProcess, { timeoutMs, memoryBytes }: ChildLimits): () => void {
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const watcher = setInterval(() => {
    void residentBytes(child.pid).then((bytes) => {
      if (bytes > memoryBytes) child.kill('SIGKILL');
    });
  }, WATCH_EVERY_MS);
  return () => {
    clearTimeout(timer);
    clearInterval(watcher);
    child.kill('SIGKILL');
  };
}

async function residentBytes(pid: number | undefined): Promise<number> {
  const statm = await readFile(`/proc/${String(pid)}/statm`, 'utf8').catch(() => '');
  return Number(statm.split(' ')[1] ?? 0) * PAGE_BYTES;
}
