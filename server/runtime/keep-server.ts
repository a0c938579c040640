import { setTimeout as sleep } from 'node:timers/promises';
import { waitForPort } from './free-port.ts';
import { nextDelayMs } from './next-delay.ts';
import { isAlive } from './process-state.ts';

interface Server {
  pid: number;
  port: number;
  stop: () => Promise<void>;
}

export interface KeptServer {
  pid: () => number;
  stop: () => Promise<void>;
}

const LOOK_EVERY_MS = 200;

/**
 * Watches a server process, started or adopted, and starts it again on the same port when it dies: everybody holds an
 * address with that port.
 */
export function keepServer(
  name: string,
  first: Server,
  restart: (port: number) => Promise<Server>,
  say: (line: string) => void,
): KeptServer {
  const { port } = first;
  const stopped = new AbortController();
  let server = first;
  let failures = 0;

  const revive = async () => {
    try {
      await waitForPort(port, '127.0.0.1', 10_000);
      server = await restart(port);
      failures = 0;
      say(`${name} menyala lagi.`);
    } catch (error) {
      failures += 1;
      say(`${name} belum dapat dinyalakan lagi: ${error instanceof Error ? error.message : String(error)}`);
      await sleep(nextDelayMs(failures));
    }
  };

  const watch = async () => {
    while (!stopped.signal.aborted) {
      if (!isAlive(server.pid)) {
        say(`${name} berhenti; dinyalakan lagi.`);
        await revive();
      }
      await sleep(LOOK_EVERY_MS);
    }
  };
  const watching = watch();

  return {
    pid: () => server.pid,
    stop: async () => {
      stopped.abort();
      await watching;
      await server.stop();
    },
  };
}
