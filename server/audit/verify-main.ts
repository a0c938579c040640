import { parseArgs } from 'node:util';
import pg from 'pg';
import type { Config } from '../config.ts';
import { openInstallation, tellFailure } from '../upkeep/open-installation.ts';
import { readRootCopies, rootCopyPath } from './root-copy.ts';
import { loadRootKey } from './root-key.ts';
import { type AgencyVerdict, type DatabaseVerdict, verifyDatabase } from './verify-database.ts';

const SHOWN = 20;

/** `npm run audit:verify [-- --instansi ID]`: ends with 0 when the log is untouched, 1 when not, 2 when it cannot tell. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { instansi: { type: 'string' } } });
  const installation = await openInstallation(process.env, (line) => console.error(line));
  try {
    const startedAt = Date.now();
    const verdict = await verifyIn(installation.ownerUrl, installation.config, values.instansi);
    report(verdict, (Date.now() - startedAt) / 1000);
  } finally {
    await installation.close();
  }
}

async function verifyIn(url: string, config: Config, agencyId: string | undefined): Promise<DatabaseVerdict> {
  const client = new pg.Client({ connectionString: url, application_name: 'lontar-verify' });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    return await verifyDatabase(client, {
      agencyId,
      witnessOf: async (id) => ({
        key: loadRootKey(config, id),
        copies: await readRootCopies(rootCopyPath(config, id)),
      }),
    });
  } finally {
    await client.end();
  }
}

function report({ agencies, general }: DatabaseVerdict, seconds: number): void {
  let events = 0;
  for (const agency of agencies) {
    events += agency.events;
    reportAgency(agency);
  }
  for (const text of general) console.log(`- ${text}`);
  if (agencies.length === 0) console.log('Tidak ada instansi yang diperiksa.');
  const isIntact =
    agencies.length > 0 && general.length === 0 && agencies.every(({ findings }) => findings.length === 0);
  console.log(
    isIntact
      ? `Jejak audit utuh: ${events} kejadian diperiksa dalam ${seconds.toFixed(1)} detik.`
      : 'Jejak audit TIDAK utuh: simpan keluaran ini, jangan ubah basis data, dan laporkan kepada auditor.',
  );
  if (!isIntact) process.exitCode = 1;
}

function reportAgency({ agencyId, name, events, roots, findings }: AgencyVerdict): void {
  const verdict = findings.length === 0 ? 'UTUH' : `${findings.length} temuan`;
  console.log(`${name} (${agencyId}): ${events} kejadian, ${roots} akar bertanda tangan: ${verdict}`);
  for (const { text } of findings.slice(0, SHOWN)) console.log(`  - ${text}`);
  if (findings.length > SHOWN) console.log(`  - dan ${findings.length - SHOWN} temuan lain`);
}

await main().catch(tellFailure);
