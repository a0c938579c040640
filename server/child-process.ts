import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { childFlags, watchMemory } from './pdf/watch-memory.ts';

export interface ChildLimits {
  readonly timeoutMs: number;
  /** Resident memory; watched where the system shows it (Linux). */
  readonly memoryBytes: number;
}

const HEAP_MB = 256;

/**
 * Starts a program of ours for foreign bytes: without environment, without output, with a small heap.
 * @param program its URL without ending; the source runs from sources, the compiled file otherwise
 */
export function startChild(program: URL): ChildProcess {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fork(`${fileURLToPath(program)}.${ending}`, {
    env: {},
    serialization: 'advanced',
    execArgv: childFlags(HEAP_MB),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** Kills the child beyond the limits; the function returned kills it at once. */
export function watchChild(child: ChildProcess, { timeoutMs, memoryBytes }: ChildLimits): () => void {
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const stopWatching = watchMemory(child, memoryBytes, () => child.kill('SIGKILL'));
  return () => {
    clearTimeout(timer);
    stopWatching();
    child.kill('SIGKILL');
  };
}
