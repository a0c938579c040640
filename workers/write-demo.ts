import type { Config } from '../server/config.ts';
import { seedDemo } from '../server/demo/seed-demo.ts';
import type { Deps } from '../server/deps.ts';
import { openDeps } from '../server/open-deps.ts';
import { createAuthority } from '../server/signing/authority/create-authority.ts';
import { loadAuthority } from '../server/signing/authority/load-authority.ts';
import { openLocalTimestamps } from '../server/signing/open-timestamp-client.ts';
import { authorityDir } from '../server/signing/open-trust.ts';
import { drainOutbox } from './drain.ts';

/** Makes the demonstration's certificate authority unless it is there. */
export async function ensureAuthority(config: Config): Promise<void> {
  const dir = authorityDir(config);
  await loadAuthority(dir).catch(() =>
    createAuthority(dir, { now: new Date(), baseUrl: `${config.publicUrl}/demo-authority` }),
  );
}

/** Writes the whole demonstration, doing the queue's work itself, at a clock that walks through the past weeks. */
export async function writeDemo(config: Config, say: (line: string) => void): Promise<void> {
  const authority = await loadAuthority(authorityDir(config));
  const clock = { now: new Date() };
  const { deps, close } = openDeps(
    { ...config, logLevel: 'error' },
    { processName: 'demo', typesetThreads: 1, now: () => clock.now },
  );
  const past: Deps = { ...deps, requestTimestamp: openLocalTimestamps(authority, () => clock.now) };
  const drain = async () => {
    await drainOutbox(past, { isSeeded: true });
  };
  try {
    await seedDemo({ deps: past, clock, authority, drain, say });
  } finally {
    await close();
  }
}
