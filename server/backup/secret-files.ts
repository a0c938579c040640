import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { writeDurably } from '../files/write-durably.ts';
import { BackupProblem } from './backup-problem.ts';
import type { Manifest } from './manifest.ts';
import type { Vault } from './vault.ts';

/**
 * What of the data folder belongs to the installation and not to the machine: the key that blobs and sealed things are
 * opened with, the demonstration authority, trusted roots, and the audit roots kept outside the database.
 */
const KEPT = ['seal.key', 'authority', 'trust', 'audit-roots', 'akun-demonstrasi.json'];

/** Files of the data folder; a seal key that only the environment knows is kept as the file it would be. */
export async function exportSecrets(
  config: { dataDir: string; sealKey: string | undefined },
  vault: Vault,
): Promise<Manifest['secrets']> {
  const secrets: Manifest['secrets'] = [];
  for (const path of (await Promise.all(KEPT.map((name) => filesUnder(config.dataDir, name)))).flat().sort())
    if (path !== 'seal.key' || config.sealKey === undefined)
      secrets.push({ path, chunk: await vault.put(await readFile(join(config.dataDir, path))) });
  if (config.sealKey !== undefined)
    secrets.push({ path: 'seal.key', chunk: await vault.put(Buffer.from(config.sealKey)) });
  return secrets;
}

export async function importSecrets(dataDir: string, vault: Vault, secrets: Manifest['secrets']): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  for (const { path, chunk } of secrets) {
    const place = normalize(path);
    if (place.startsWith('..') || place.startsWith(sep) || !KEPT.includes(place.split(sep)[0] ?? ''))
      throw new BackupProblem(`Cadangan menyebut berkas ${path} di luar folder data.`);
    await mkdir(dirname(join(dataDir, place)), { recursive: true, mode: 0o700 });
    await writeDurably(join(dataDir, place), await vault.get(chunk));
  }
}

async function filesUnder(root: string, path: string): Promise<string[]> {
  try {
    const entries = await readdir(join(root, path), { withFileTypes: true });
    return (await Promise.all(entries.map(({ name }) => filesUnder(root, join(path, name))))).flat();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') return [path];
    throw error;
  }
}
