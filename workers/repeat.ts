import type { Logger } from 'pino';

export interface Repeated {
  /** Runs again as soon as possible, once however often it is asked. */
  wake(): void;
  /** Ends after the run in progress. */
  close(): Promise<void>;
}

/** Runs a task, waits, and runs it again; never twice at once. A failure is logged and tried again after the pause. */
export function repeat(name: string, everyMs: number, log: Logger, task: () => Promise<void>): Repeated {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isAwake = false;
  let isClosed = false;

  const start = () => {
    if (isClosed) return;
    if (running) {
      isAwake = true;
      return;
    }
    clearTimeout(timer);
    isAwake = false;
    running = task()
      .catch((error: unknown) => log.warn({ err: error, task: name }, 'background task'))
      .finally(() => {
        running = undefined;
        if (isAwake) start();
        else if (!isClosed) timer = setTimeout(start, everyMs);
      });
  };
  start();
  return {
    wake: start,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
