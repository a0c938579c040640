import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, type Config } from '../server/config.ts';
import { openDb } from '../server/db.ts';
import { findDemoState } from '../server/demo/demo-queries.ts';
import { describeDemoAccounts } from '../server/demo/describe-demo-accounts.ts';
import { migrate, rollback } from '../server/migrate.ts';

/**
 * Run once by the supervisor before API and workers start. What writes the demonstration is loaded only when it has to be
 * written, so that later starts do not wait for it.
 */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.isDemo) return;
  const state = await lookUp(config);
  if (state === 'partial') await startAgain(config.migrationDatabaseUrl);
  const isAuthorityThere = existsSync(join(config.dataDir, 'authority', 'authority.json'));
  if (state !== 'complete' || !isAuthorityThere) {
    const { ensureAuthority, writeDemo } = await import('./write-demo.ts');
    await ensureAuthority(config);
    if (state !== 'complete') await writeDemo(config, (line) => process.stderr.write(`${line}\n`));
  }
  const { json, text } = describeDemoAccounts();
  writeFileSync(join(config.dataDir, 'akun-demonstrasi.json'), json, { mode: 0o600 });
  process.stdout.write(text);
}

async function lookUp(config: Config): Promise<'none' | 'partial' | 'complete'> {
  const db = openDb(config.databaseUrl, { poolSize: 1, applicationName: 'lontar-demo' });
  try {
    return await findDemoState(db);
  } finally {
    await db.close();
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
