import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const WATCH_EVERY_MS = 200;
const PAGE_BYTES = 4096;

/**
 * Watches the resident memory of a child where the system shows it (Linux) and calls `onExcess` while it is above the
 * limit. Returns the function that ends the watch.
 */
export function watchMemory(child: ChildProcess, memoryBytes: number, onExcess: () => void): () => void {
  const watcher = setInterval(() => {
    void residentBytes(child.pid).then((bytes) => {
      if (bytes > memoryBytes) onExcess();
    });
  }, WATCH_EVERY_MS);
  return () => clearInterval(watcher);
}

async function residentBytes(pid: number | undefined): Promise<number> {
  const statm = await readFile(`/proc/${String(pid)}/statm`, 'utf8').catch(() => '');
  return Number(statm.split(' ')[1] ?? 0) * PAGE_BYTES;
}

/** Flags for a child that runs the same way as this process, with a limited JavaScript heap and no debugger. */
export function childFlags(heapMb: number): string[] {
  return [...process.execArgv.filter((flag) => !flag.startsWith('--inspect')), `--max-old-space-size=${heapMb}`];
}
