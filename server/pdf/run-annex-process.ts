import { startChild, watchChild, type ChildLimits } from '../child-process.ts';
import { AnnexError } from './annex-error.ts';
import type { AnnexPage, AnnexReply, AnnexRequest } from './annex-messages.ts';

export interface AnnexRun {
  readonly pageCount: number;
  readonly pages: AnnexPage[];
}

const LIMITS: Record<AnnexRequest['task'], ChildLimits> = {
  count: { timeoutMs: 30_000, memoryBytes: 900_000_000 },
  draw: { timeoutMs: 180_000, memoryBytes: 900_000_000 },
};

/**
 * Reads a foreign file in a child process without environment, killed when it takes too long or too much memory.
 * @throws AnnexError `damaged` also when the child dies or has to be stopped
 */
export function runAnnexProcess(request: AnnexRequest, limits = LIMITS[request.task]): Promise<AnnexRun> {
  const child = startChild(new URL('./annex-process', import.meta.url));
  const stop = watchChild(child, limits);
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
