import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartupError } from './startup-error.ts';

/** Connects until the server answers; `isStillComing` says whether waiting makes sense. */
export async function waitForPostgres(
  url: string,
  timeoutMs: number,
  isStillComing: () => boolean = () => true,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const problem = await tryConnection(url);
    if (problem === undefined) return;
    if (isWrongPassword(problem) || !isStillComing() || Date.now() > deadline)
      throw new StartupError(`PostgreSQL di ${hideSecret(url)} tidak dapat dipakai: ${problem.message}.`);
    await sleep(40);
  }
}

/** Undefined when a connection opens, else what stood in the way. */
export async function tryConnection(url: string): Promise<Error | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The address without its password, fit to be shown. */
export function hideSecret(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
  } catch {
    return 'alamat yang diberikan';
  }
}

function isWrongPassword(problem: Error): boolean {
  const { code } = problem as Error & { code?: string };
  return code === '28P01' || code === '28000';
}
