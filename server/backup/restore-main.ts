import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readRuntimeConfig } from '../runtime/runtime-config.ts';
import { openInstallation, tellFailure } from '../upkeep/open-installation.ts';
import { BackupProblem } from './backup-problem.ts';
import { readSecret } from './read-secret.ts';
import { openForRestore, requireEmptyDatabase, restoreDatabase, restoreFiles } from './restore-backup.ts';
import { openVault } from './vault.ts';
import { openVaultKey } from './vault-key.ts';

/** `npm run restore -- --from FOLDER [--cadangan NAMA] [--kunci BERKAS]`, into the empty DATA_DIR (and DATABASE_URL). */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, cadangan: { type: 'string' }, kunci: { type: 'string' } },
  });
  if (values.from === undefined)
    throw new BackupProblem('Sebut folder cadangan: npm run restore -- --from FOLDER (dengan DATA_DIR yang kosong).');
  const startedAt = Date.now();
  const folder = resolve(values.from);
  const { dataDir } = readRuntimeConfig(process.env);
  const vault = openVault(folder, await openVaultKey(folder, await readSecret(process.env, values.kunci), false));
  const name = await openForRestore(vault, dataDir, values.cadangan);
  const external = process.env['MIGRATION_DATABASE_URL'] ?? process.env['DATABASE_URL'];
  if (external !== undefined) await requireEmptyDatabase(external);
  console.log(`Memulihkan cadangan ${name} ke ${dataDir} ...`);
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const { manifest, destroyed } = await restoreFiles(vault, name, dataDir);
  const installation = await openInstallation(process.env, (line) => console.error(line));
  try {
    await restoreDatabase(vault, manifest, installation.ownerUrl);
  } finally {
    await installation.close();
  }
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `Selesai dalam ${seconds} detik. Keadaan pada ${manifest.madeAt}; jejak audit sama dengan yang dicatat cadangan.`,
  );
  if (destroyed.length > 0)
    console.log(`${destroyed.length} berkas tidak dipulihkan karena sudah dimusnahkan sesudah cadangan ini dibuat.`);
  if (manifest.lostBlobs.length > 0)
    console.log(`PERHATIAN: ${manifest.lostBlobs.length} berkas sudah hilang atau rusak ketika cadangan dibuat.`);
  console.log('Periksa dengan npm run audit:verify dan npm run fixity, lalu nyalakan dengan npm start.');
}

await main().catch(tellFailure);
