import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../server/config.ts';
import { describeDemoAccounts } from '../server/demo/describe-demo-accounts.ts';
import { demoState, seedDemo } from '../server/demo/seed-demo.ts';
import type { Deps } from '../server/deps.ts';
import { migrate, rollback } from '../server/migrate.ts';
import { openDeps } from '../server/open-deps.ts';
import { createAuthority } from '../server/signing/authority/create-authority.ts';
import { loadAuthority } from '../server/signing/authority/load-authority.ts';
import type { Authority } from '../server/signing/authority/authority.ts';
import { openLocalTimestamps } from '../server/signing/open-timestamp-client.ts';
import { authorityDir } from '../server/signing/open-trust.ts';
import { drainOutbox } from './drain.ts';

/** Run once by the supervisor before API and workers start; returns at once when the demonstration is there. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.isDemo) return;
  const clock = { now: new Date() };
  const { deps, close } = openDeps(
    { ...config, logLevel: 'error' },
    { processName: 'demo', typesetThreads: 1, now: () => clock.now },
  );
  try {
    const authority = await openAuthority(authorityDir(config), `${config.publicUrl}/demo-authority`, clock.now);
    const state = await demoState(deps);
    if (state === 'partial') await startAgain(config.migrationDatabaseUrl);
    const past: Deps = { ...deps, requestTimestamp: openLocalTimestamps(authority, () => clock.now) };
    const drain = async () => {
      await drainOutbox(past, { isSeeded: true });
    };
    const say = (line: string) => process.stderr.write(`${line}\n`);
    if (state !== 'complete') await seedDemo({ deps: past, clock, authority, drain, say });
    const { json, text } = describeDemoAccounts();
    writeFileSync(join(config.dataDir, 'akun-demonstrasi.json'), json, { mode: 0o600 });
    process.stdout.write(text);
  } finally {
    await close();
  }
}

async function openAuthority(dir: string, baseUrl: string, now: Date): Promise<Authority> {
  try {
    return await loadAuthority(dir);
  } catch {
    return createAuthority(dir, { now, baseUrl });
  }
}

/** A demonstration that was interrupted while it was written holds nobody's work: it is made anew. */
async function startAgain(ownerUrl: string | undefined): Promise<void> {
  if (ownerUrl === undefined)
    throw new Error('Data demonstrasi belum lengkap: isi MIGRATION_DATABASE_URL agar dapat dibuat ulang.');
  await rollback(ownerUrl);
  await migrate(ownerUrl);
}

await main();
