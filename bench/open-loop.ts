import { Agent, request } from 'node:http';

export interface Target {
  port: number;
  path: string;
  headers: Record<string, string>;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** One GET, the body read to its end; rejects on anything but 200. */
export function ask({ port, path, headers }: Target): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, agent }, (response) => {
      response.resume();
      response.once('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${path} answers ${String(response.statusCode)}`));
      });
    });
    sent.once('error', reject);
    sent.end();
  });
}

/** Requests a second that `clients` get who each ask again as soon as they are answered. */
export async function findCapacity(target: Target, clients: number, milliseconds: number): Promise<number> {
  const until = performance.now() + milliseconds;
  const startedAt = performance.now();
  let done = 0;
  const client = async () => {
    while (performance.now() < until) {
      await ask(target);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return done / ((performance.now() - startedAt) / 1000);
}

/**
 * Sends at fixed moments whatever the answers do, and counts each wait from the moment it was due, so that a server
 * that stands still is charged for all who would have come.
 */
export async function offerLoad(target: Target, rate: number, milliseconds: number): Promise<number[]> {
  const startedAt = performance.now();
  const total = Math.floor((rate * milliseconds) / 1000);
  const waits: number[] = [];
  const running: Promise<void>[] = [];
  const failures: Error[] = [];
  for (let index = 0; index < total; index += 1) {
    const due = startedAt + (index * 1000) / rate;
    while (performance.now() < due) await new Promise((resolve) => setImmediate(resolve));
    running.push(
      ask(target).then(
        () => void waits.push(performance.now() - due),
        (error: unknown) => {
          failures.push(error instanceof Error ? error : new Error(String(error)));
        },
      ),
    );
  }
  await Promise.all(running);
  if (failures[0]) throw failures[0];
  return waits;
}
