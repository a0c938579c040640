import type { ImapFlow } from 'imapflow';
import { MailboxError } from './mailbox-error.ts';

/**
 * Waits for an answer as long as bytes arrive. After `silenceMs` without any, or after `limitMs` in all, the connection is
 * closed. @throws MailboxError `silent`, and what the command throws
 */
export async function listenToServer<T>(
  client: ImapFlow,
  { silenceMs, limitMs }: { silenceMs: number; limitMs: number },
  command: () => Promise<T>,
): Promise<T> {
  const startedAt = performance.now();
  let heardAt = startedAt;
  let received = client.stats().received;
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setInterval(
      () => {
        const now = performance.now();
        const bytes = client.stats().received;
        if (bytes !== received) heardAt = now;
        received = bytes;
        if (now - heardAt < silenceMs && now - startedAt < limitMs) return;
        reject(new MailboxError('silent'));
        client.close();
      },
      Math.min(1000, silenceMs / 4),
    );
  });
  try {
    return await Promise.race([command(), silence]);
  } finally {
    clearInterval(timer);
  }
}
