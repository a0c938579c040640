import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openInstallation, tellFailure } from '../upkeep/open-installation.ts';
import { BackupProblem } from './backup-problem.ts';
import { lockFolder } from './lock-folder.ts';
import { makeBackup } from './make-backup.ts';
import { pruneBackups } from './prune-backups.ts';
import { readSecret } from './read-secret.ts';
import { openVault } from './vault.ts';
import { openVaultKey } from './vault-key.ts';

/** `npm run backup -- --to FOLDER [--kunci BERKAS] [--simpan HARI,MINGGU]` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { to: { type: 'string' }, kunci: { type: 'string' }, simpan: { type: 'string' } },
  });
  const to = values.to ?? process.env['BACKUP_DIR'];
  if (!to) throw new BackupProblem('Sebut folder tujuan: npm run backup -- --to FOLDER (atau isi BACKUP_DIR).');
  const rules = readRules(values.simpan ?? process.env['BACKUP_KEEP']);
  const folder = resolve(to);
  const secret = await readSecret(process.env, values.kunci);
  const unlock = await lockFolder(folder);
  try {
    const vault = openVault(folder, await openVaultKey(folder, secret, true));
    const startedAt = Date.now();
    const installation = await openInstallation(process.env, (line) => console.error(line));
    try {
      const { ownerUrl, config } = installation;
      const { name, manifest } = await makeBackup({ ownerUrl, config, now: () => new Date() }, vault);
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
      console.log(`Cadangan ${name} selesai dalam ${seconds} detik: ${rows} baris, ${manifest.blobs.count} berkas.`);
      if (manifest.lostBlobs.length > 0) {
        console.log(
          `PERHATIAN: ${manifest.lostBlobs.length} berkas hilang atau rusak di sumbernya; jalankan npm run fixity.`,
        );
        process.exitCode = 1;
      }
    } finally {
      await installation.close();
    }
    if (rules) {
      const { removed } = await pruneBackups(vault, rules);
      if (removed.length > 0) console.log(`Cadangan lama dihapus: ${removed.join(', ')}.`);
    }
  } finally {
    await unlock();
  }
}

function readRules(text: string | undefined): { days: number; weeks: number } | undefined {
  if (text === undefined || text === '') return undefined;
  const [, days, weeks] = /^(\d{1,4}),(\d{1,4})$/u.exec(text) ?? [];
  if (days === undefined || weeks === undefined)
    throw new BackupProblem('Tulis aturan simpan sebagai HARI,MINGGU, misalnya --simpan 14,8.');
  return { days: Number(days), weeks: Number(weeks) };
}

await main().catch(tellFailure);
