import pg from 'pg';
import type { Logger } from 'pino';

const RECONNECT_MS = 1000;

/**
 * Calls `hear` with the words of every notice on a Postgres channel, and with '' whenever it begins to listen; connects
 * again by itself. What is missed meanwhile, a poll covers.
 */
export function listen(
  url: string,
  channel: string,
  log: Logger,
  hear: (words: string) => void,
): { close(): Promise<void> } {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const connect = async () => {
    const next = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'lontar-listen' });
    client = next;
    const lost = (error?: Error) => {
      if (client !== next || isClosed) return;
      log.warn({ err: error, channel }, 'listening again soon');
      client = undefined;
      timer = setTimeout(open, RECONNECT_MS);
    };
    next.on('error', lost);
    next.on('end', lost);
    next.on('notification', ({ payload }) => hear(payload ?? ''));
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      hear('');
    } catch (error) {
      lost(error instanceof Error ? error : undefined);
      await next.end().catch(() => undefined);
    }
  };
  const open = () => void connect();
  open();
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
