import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AnnexError } from './annex-error.ts';
import type { AnnexPage, AnnexReply, AnnexRequest } from './annex-messages.ts';
import { childFlags, watchMemory } from './watch-memory.ts';

export interface AnnexRun {
  readonly pageCount: number;
  readonly pages: AnnexPage[];
}

export interface AnnexRunLimits {
  readonly timeoutMs: number;
  /** Resident memory; watched where the system shows it (Linux). */
  readonly memoryBytes: number;
}

const LIMITS: Record<AnnexRequest['task'], AnnexRunLimits> = {
  count: { timeoutMs: 30_000, memoryBytes: 900_000_000 },
  draw: { timeoutMs: 180_000, memoryBytes: 900_000_000 },
};
const HEAP_MB = 256;

/**
 * Reads a foreign file in a child process without environment, killed when it takes too long or too much memory.
 * @throws AnnexError `damaged` also when the child dies or has to be stopped
 */
export function runAnnexProcess(request: AnnexRequest, limits = LIMITS[request.task]): Promise<AnnexRun> {
  const child = startChild();
  const stop = watch(child, limits);
  const pages: AnnexPage[] = [];
  return new Promise<AnnexRun>((resolve, reject) => {
    child.on('message', (reply: AnnexReply) => {
      if (reply.type === 'page') pages.push(reply.page);
      if (reply.type === 'done') resolve({ pageCount: reply.pageCount, pages });
      if (reply.type === 'refused') reject(new AnnexError(reply.code));
    });
    child.on('error', (error) => reject(new AnnexError('damaged', error)));
    child.on('exit', (code, signal) => reject(new AnnexError('damaged', `exit ${String(code ?? signal)}`)));
    child.send(request, (error) => {
      if (error) reject(new AnnexError('damaged', error));
    });
  }).finally(stop);
}

function startChild(): ChildProcess {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const program = fileURLToPath(new URL(`./annex-process.${extension}`, import.meta.url));
  return fork(program, {
    env: {},
    serialization: 'advanced',
    execArgv: childFlags(HEAP_MB),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function watch(child: ChildProcess, { timeoutMs, memoryBytes }: AnnexRunLimits): () => void {
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const stopWatching = watchMemory(child, memoryBytes, () => child.kill('SIGKILL'));
  return () => {
    clearTimeout(timer);
    stopWatching();
    child.kill('SIGKILL');
  };
}
