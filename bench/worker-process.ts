import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { readConfig } from '../server/config.ts';
import { openDeps } from '../server/open-deps.ts';
import { loadAuthority } from '../server/signing/authority/load-authority.ts';
import { openLocalTimestamps } from '../server/signing/open-timestamp-client.ts';
import { authorityDir } from '../server/signing/open-trust.ts';
import { startWorkers } from '../workers/start-workers.ts';

// The production workers, as workers/main.ts starts them, in a process that tells its size when asked.
const Trust = z.object({ anchors: z.array(z.string()), crls: z.array(z.string()) });

process.once('disconnect', () => process.exit(0));
process.once('message', (message) => {
  start(Trust.parse(message)).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});

async function start(trust: z.output<typeof Trust>): Promise<void> {
  const config = readConfig(process.env);
  const { deps } = openDeps(config, { processName: 'worker', typesetThreads: 1 });
  const authority = await loadAuthority(authorityDir(config));
  await startWorkers(
    {
      ...deps,
      requestTimestamp: openLocalTimestamps(authority, deps.now),
      trust: {
        anchors: () => Promise.resolve(trust.anchors),
        crls: () => Promise.resolve(trust.crls.map((crl) => Buffer.from(crl, 'base64'))),
      },
    },
    { concurrency: 4 },
  );
  process.on('message', () => void tellSize());
  process.send?.('running');
}

/** After collection, so that garbage which happens to wait is not taken for growth. */
async function tellSize(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await sleep(50);
  }
  process.send?.(process.memoryUsage.rss());
}
